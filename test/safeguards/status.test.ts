import fc from 'fast-check';
import { SAFEGUARDS } from '../../lib/safeguards/catalogue';
import { touches } from '../../lib/safeguards/citation';
import { CONFIG_RULES } from '../../lib/safeguards/config-rules';
import { citedRules } from '../../lib/safeguards/rule-citations';
import type { Safeguard, Status } from '../../lib/safeguards/safeguard';
import { countStatuses, safeguardStatuses } from '../../lib/safeguards/status';
import type { StatusInput } from '../../lib/safeguards/status-input';
import { everySynthetic } from './attestations/synthetic';

const HELD: readonly Status[] = ['enforced', 'monitored', 'attested'];
const TYPES = [...new Set(SAFEGUARDS.flatMap(({ needs = [] }) => needs.flatMap(({ anyOf }) => anyOf)))];

/** Everything that the catalogue asks of an environment. */
const COMPLETE: StatusInput = {
  catalogue: SAFEGUARDS,
  evaluatedRules: new Set(citedRules()),
  resources: TYPES.map((type) => ({ type, path: `sandbox/${type}` })),
  openViolations: [],
  acknowledged: [],
  attestations: everySynthetic(),
  asOf: '2026-11-21',
  deployedConfigRules: new Set(CONFIG_RULES.map(({ name }) => name)),
};
const EMPTY: StatusInput = {
  ...COMPLETE,
  resources: [],
  attestations: [],
  deployedConfigRules: new Set(),
};

function statuses(input: Partial<StatusInput> = {}): ReadonlyMap<string, Status> {
  return new Map(
    safeguardStatuses({ ...COMPLETE, ...input }).map(({ profile, citation, status }) => [
      `${profile} ${citation}`,
      status,
    ]),
  );
}

function held(input: Partial<StatusInput>): readonly string[] {
  return [...statuses(input)].filter(([, status]) => HELD.includes(status)).map(([key]) => key);
}

describe('safeguardStatuses', () => {
  it('has one entry for each safeguard, in the order of the catalogue', () => {
    const found = safeguardStatuses(EMPTY);
    expect(found.map(({ citation, profile }) => [citation, profile])).toEqual(
      SAFEGUARDS.map(({ citation, profile }) => [citation, profile]),
    );
  });

  it('gives every status evidence', () => {
    for (const input of [COMPLETE, EMPTY]) {
      const bare = safeguardStatuses(input).filter(({ evidence }) => evidence.length === 0);
      expect(bare.map(({ citation }) => citation)).toEqual([]);
    }
  });

  it('calls no gap what an account has from elsewhere, while a rule of AWS Config tells when it has none', () => {
    const resources = COMPLETE.resources.filter(({ type }) => type !== 'AWS::GuardDuty::Detector');
    const line =
      'beyond a template: a threat detector of the account; the AWS Config rule guardduty-enabled-centralized tells when it has none';
    const adopted = safeguardStatuses({ ...COMPLETE, resources }).filter(({ evidence }) =>
      evidence.includes(line),
    );
    expect(adopted.map(({ citation }) => citation)).toEqual(
      expect.arrayContaining(['164.308(a)(5)(ii)(B)', '164.308(a)(5)(ii)(C)', '164.312(b)']),
    );
    expect(adopted.map(({ status }) => status)).not.toContain('enforced');
    const unwatched = statuses({ resources, deployedConfigRules: new Set() });
    for (const { citation } of adopted) expect(unwatched.get(`current ${citation}`)).toBe('gap');
    expect(statuses({ resources }).get('current 164.308(a)(5)(ii)(C)')).toBe('partial');
  });

  it('enforces nothing that a template must show while there is no template, and attests nothing', () => {
    const found = safeguardStatuses(EMPTY);
    const needy = new Set<string>(SAFEGUARDS.filter(({ needs }) => needs).map(({ citation }) => citation));
    expect(found.filter(({ citation, status }) => needy.has(citation) && HELD.includes(status))).toEqual([]);
    expect(countStatuses(found)).toMatchObject({ attested: 0, monitored: 0 });
  });

  it('finds no gap where everything is there, but in what the software still owes and what rests on that', () => {
    const owed = SAFEGUARDS.filter(({ software }) => software?.tests.length === 0).map(
      ({ citation }) => citation,
    );
    const gaps = safeguardStatuses(COMPLETE).filter(({ status }) => status === 'gap');
    expect(gaps.map(({ citation }) => citation)).toEqual(owed);
  });

  it('names in the evidence what is open, missing and excepted', () => {
    const [entry] = safeguardStatuses({
      ...COMPLETE,
      catalogue: SAFEGUARDS.filter(({ citation }) => citation === '164.312(b)').slice(0, 1),
      resources: [
        ...['a', 'b', 'c', 'd'].map((path) => ({ type: 'AWS::CloudTrail::Trail', path })),
        { type: 'AWS::Logs::LogGroup', path: 'sandbox/Audit/LogGroup' },
      ],
      openViolations: [{ rule: 'AwsSolutions-S1', citations: [], path: 'sandbox/Data/Bucket' }],
      acknowledged: [
        {
          rule: 'HIPAA.Security-S3BucketLoggingEnabled',
          citations: [],
          path: 'sandbox/Foundation/Logs',
          owner: 'security officer',
          expires: '2027-01-31',
        },
      ],
    });
    expect(entry?.status).toBe('gap');
    expect(entry?.evidence).toEqual(
      expect.arrayContaining([
        'open: AwsSolutions-S1 on sandbox/Data/Bucket',
        'missing: a flow log (AWS::EC2::FlowLog)',
        'exception: HIPAA.Security-S3BucketLoggingEnabled on sandbox/Foundation/Logs, owned by the security officer, until 2027-01-31',
        'a trail: a, b, c and 1 more',
        'AuditTrail (lib/constructs/audit-trail.ts)',
      ]),
    );
    expect(entry?.evidence[0]).toMatch(/^open: /);
  });

  it('names no construct, test or software of this project for templates that somebody else wrote', () => {
    const own = /\b(lib|test|lambda)\/\S+\.ts\b/;
    const lines = (origin: StatusInput['origin']) =>
      safeguardStatuses({ ...COMPLETE, origin }).flatMap(({ evidence }) => evidence);
    expect(lines('elsewhere').filter((line) => own.test(line))).toEqual([]);
    expect(lines('elsewhere')).toContainEqual(
      expect.stringMatching(/^not shown by a template: the software /),
    );
    expect(lines('this-project').filter((line) => own.test(line)).length).toBeGreaterThan(50);
  });

  it('says so when no rule checks what is there', () => {
    const found = safeguardStatuses(COMPLETE).filter(({ evidence }) =>
      evidence.includes('no rule checks what is there'),
    );
    const unchecked = SAFEGUARDS.filter(({ needs, rules }) => needs !== undefined && rules.length === 0);
    expect(found.map(({ citation }) => citation)).toEqual(unchecked.map(({ citation }) => citation));
  });

  it('says whose statement it rests on, and that none is filed', () => {
    const line = (input: StatusInput) =>
      safeguardStatuses(input).find(({ citation }) => citation === '164.308(a)(2)')?.evidence[0];
    expect(line(COMPLETE)).toBe(
      'attested by the synthetic officer on 2026-11-01, until 2027-01-31: one security official is named and answers for the policies and procedures; evidence: synthetic document 1',
    );
    expect(line(EMPTY)).toMatch(/^unattested \(none filed\): /);
  });
});

describe('whatever happens', () => {
  const rule = fc.constantFrom(...citedRules());
  const citation = fc.constantFrom(
    ...SAFEGUARDS.filter(({ profile }) => profile === 'current').map(({ citation }) => citation as string),
    '164.312(e)',
    '164.404(c)(1)(A)',
  );
  const violation = fc.record({
    rule,
    citations: fc.array(citation, { maxLength: 2 }),
    path: fc.constant('x'),
  });

  /** The rows in force that a violation is about, by rule or by paragraph; what asks for nothing cannot be violated. */
  function concerned(openViolations: StatusInput['openViolations']): readonly Safeguard[] {
    return SAFEGUARDS.filter(({ profile, notApplicable }) => profile === 'current' && !notApplicable).filter(
      (row) =>
        openViolations.some(
          (open) =>
            row.rules.includes(open.rule) || open.citations.some((cited) => touches(cited, row.citation)),
        ),
    );
  }

  it('an open violation makes a gap of every safeguard that it is about', () => {
    fc.assert(
      fc.property(fc.array(violation, { minLength: 1, maxLength: 3 }), (openViolations) => {
        const found = statuses({ openViolations });
        const judged = concerned(openViolations).map(({ citation }) => found.get(`current ${citation}`));
        expect(judged).toEqual(judged.map(() => 'gap'));
      }),
      { numRuns: 40 },
    );
  });

  it('an open violation leaves nothing held that rests on what it is about', () => {
    fc.assert(
      fc.property(violation, (open) => {
        const found = statuses({ openViolations: [open] });
        const broken = new Set(concerned([open]).map(({ citation }) => citation));
        const above = SAFEGUARDS.filter(({ restsOn = [] }) => restsOn.some((under) => broken.has(under)));
        const judged = above.map(
          ({ profile, citation }) => found.get(`${profile} ${citation}`) ?? 'enforced',
        );
        expect(judged.filter((status) => HELD.includes(status))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('an exception leaves no safeguard enforced that it concerns', () => {
    fc.assert(
      fc.property(rule, (excepted) => {
        const acknowledged = [
          { rule: excepted, citations: [], path: 'x', owner: 'role', expires: '2027-01-01' },
        ];
        const found = statuses({ acknowledged });
        const answering = SAFEGUARDS.filter(({ rules }) => rules.includes(excepted));
        for (const { citation } of answering) expect(found.get(`current ${citation}`)).not.toBe('enforced');
      }),
      { numRuns: 40 },
    );
  });

  it('taking anything away makes nothing hold that did not hold before', () => {
    const before = new Set(held({}));
    fc.assert(
      fc.property(
        fc.subarray(TYPES),
        fc.subarray([...everySynthetic()]),
        fc.subarray([...citedRules()], { minLength: citedRules().length - 5 }),
        fc.array(violation, { maxLength: 2 }),
        (types, attestations, evaluated, openViolations) => {
          const after = held({
            resources: types.map((type) => ({ type, path: 'x' })),
            attestations,
            evaluatedRules: new Set(evaluated),
            openViolations,
          });
          expect(after.filter((key) => !before.has(key))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('an attestation out of date is never held, and never hidden', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), (days) => {
        const asOf = new Date(Date.UTC(2027, 0, 31 + days)).toISOString().slice(0, 10);
        const found = safeguardStatuses({ ...COMPLETE, asOf });
        expect(found.filter(({ status }) => status === 'attested')).toEqual([]);
        for (const row of SAFEGUARDS.filter(({ attestations }) => attestations !== undefined)) {
          const entry = found.find((each) => each.citation === row.citation && each.profile === row.profile);
          expect(entry?.evidence.filter((line) => line.startsWith('unattested (expired'))).toHaveLength(
            row.attestations?.length ?? 0,
          );
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('countStatuses', () => {
  it('counts the rules in force, each once, and never the proposal', () => {
    const found = safeguardStatuses(COMPLETE);
    const current = found.filter(({ profile }) => profile === 'current');
    const counts = countStatuses(found);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(current.length);
    expect(counts).toEqual(countStatuses(current));
    expect(current.length).toBeLessThan(found.length);
  });
});
