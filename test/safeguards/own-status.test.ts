import type { Attestation } from '../../lib/safeguards/attestations/attestation';
import { ownStatus } from '../../lib/safeguards/own-status';
import { findingsFor } from '../../lib/safeguards/row-findings';
import type { Safeguard, Status } from '../../lib/safeguards/safeguard';
import type { StatusInput } from '../../lib/safeguards/status-input';
import { synthetic } from './attestations/synthetic';

const ROW: Safeguard = {
  citation: '164.312(a)(2)(iv)',
  title: 'Synthetic row',
  kind: 'addressable',
  basis: 'law',
  profile: 'current',
  asks: 'Ask for something synthetic.',
  rules: [],
  configRules: [],
};
const TECHNICAL: Partial<Safeguard> = {
  needs: [{ what: 'a key', anyOf: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'] }],
  rules: ['HIPAA.Security-S3DefaultEncryptionKMS'],
};
const STATED: Partial<Safeguard> = { attestations: ['risk-analysis', 'group-health-plan'] };
const BOTH: readonly Attestation[] = [synthetic('risk-analysis'), synthetic('group-health-plan')];
const WAIVED = synthetic('group-health-plan', { statement: 'does-not-apply' });

function judge(row: Partial<Safeguard>, input: Partial<StatusInput> = {}): Status | null {
  const safeguard = { ...ROW, ...row };
  const complete: StatusInput = {
    catalogue: [safeguard],
    evaluatedRules: new Set(['HIPAA.Security-S3DefaultEncryptionKMS']),
    resources: [{ type: 'AWS::KMS::Key', path: 'sandbox/Foundation/Key' }],
    openViolations: [],
    acknowledged: [],
    attestations: [],
    asOf: '2026-11-21',
    ...input,
  };
  return ownStatus(safeguard, findingsFor(safeguard, complete));
}

const VIOLATION = {
  rule: 'HIPAA.Security-S3DefaultEncryptionKMS',
  citations: [],
  path: 'sandbox/Data/Bucket',
};
const EXCEPTION = { ...VIOLATION, owner: 'synthetic officer', expires: '2027-01-01' };

describe('a safeguard that templates can show', () => {
  it.each<[string, Partial<Safeguard>, Partial<StatusInput>, Status]>([
    ['its parts are there and its rules hold', {}, {}, 'enforced'],
    [
      'another of the types is there',
      {},
      { resources: [{ type: 'AWS::KMS::ReplicaKey', path: 'x' }] },
      'enforced',
    ],
    ['a part is missing', {}, { resources: [] }, 'gap'],
    ['only something else is there', {}, { resources: [{ type: 'AWS::KMS::Alias', path: 'x' }] }, 'gap'],
    ['a rule was not applied', {}, { evaluatedRules: new Set() }, 'gap'],
    ['a rule is violated', {}, { openViolations: [VIOLATION] }, 'gap'],
    [
      'a violation cites its paragraph',
      {},
      { openViolations: [{ ...VIOLATION, rule: 'Other', citations: ['164.312(a)(2)(iv)'] }] },
      'gap',
    ],
    [
      'a violation cites the paragraph above',
      {},
      { openViolations: [{ ...VIOLATION, rule: 'Other', citations: ['164.312(a)'] }] },
      'gap',
    ],
    [
      'a violation cites another paragraph',
      {},
      { openViolations: [{ ...VIOLATION, rule: 'Other', citations: ['164.312(a)(2)(i)'] }] },
      'enforced',
    ],
    [
      'a finding of a rule is violated',
      {},
      { openViolations: [{ ...VIOLATION, rule: `${VIOLATION.rule}[Resource::*]` }] },
      'gap',
    ],
    ['an exception stands', {}, { acknowledged: [EXCEPTION] }, 'partial'],
    ['something is beyond a template', { beyond: 'what people do' }, {}, 'partial'],
    ['no rule checks it', { rules: [] }, {}, 'partial'],
    ['a statement is missing too', STATED, { attestations: [synthetic('risk-analysis')] }, 'partial'],
    ['it stands on statements too', STATED, { attestations: BOTH }, 'attested'],
    [
      'the statements do not concern the operator',
      { attestations: ['group-health-plan'] },
      { attestations: [WAIVED] },
      'enforced',
    ],
    [
      'an exception stands beside statements',
      STATED,
      { attestations: BOTH, acknowledged: [EXCEPTION] },
      'partial',
    ],
  ])('when %s, is judged so', (_, row, input, expected) => {
    expect(judge({ ...TECHNICAL, ...row }, input)).toBe(expected);
  });
});

describe('a safeguard that the software meets', () => {
  it('is a gap until a test shows it, and then enforced', () => {
    expect(judge({ software: { owes: 'does something', tests: [] } })).toBe('gap');
    expect(judge({ software: { owes: 'does something', tests: ['test/x.test.ts'] } })).toBe('enforced');
  });
});

describe('a safeguard in templates that somebody else wrote', () => {
  const elsewhere = { origin: 'elsewhere' } as const;
  const software = { owes: 'does something', tests: ['test/x.test.ts'] };

  it('is not met by the software of this project', () => {
    expect(judge({ software }, elsewhere)).toBe('gap');
    expect(judge({ software, ...STATED }, elsewhere)).toBe('unattested');
    expect(judge({ software, ...STATED }, { ...elsewhere, attestations: BOTH })).toBe('attested');
  });

  it('is met by what stands in the templates all the same', () => {
    expect(judge({ software, ...TECHNICAL }, elsewhere)).toBe('enforced');
  });
});

describe('a safeguard that people state', () => {
  it.each<[string, Partial<StatusInput>, Status]>([
    ['nothing is filed', {}, 'unattested'],
    ['one of two is filed', { attestations: [synthetic('risk-analysis')] }, 'unattested'],
    [
      'one is out of date',
      { attestations: [synthetic('risk-analysis', { validUntil: '2026-11-20' }), WAIVED] },
      'unattested',
    ],
    ['both are in force', { attestations: BOTH }, 'attested'],
    ['one does not concern the operator', { attestations: [synthetic('risk-analysis'), WAIVED] }, 'attested'],
    ['a rule that supports it is violated', { attestations: BOTH, openViolations: [VIOLATION] }, 'gap'],
    ['rules that support it hold', {}, 'unattested'],
  ])('when %s, is judged so', (_, input, expected) => {
    expect(judge({ ...STATED, rules: TECHNICAL.rules ?? [] }, input)).toBe(expected);
  });

  it('does not apply when no statement concerns the operator', () => {
    expect(judge({ attestations: ['group-health-plan'] }, { attestations: [WAIVED] })).toBe('not-applicable');
  });
});

describe('a safeguard that AWS Config watches', () => {
  const configRules = ['iam-password-policy', 'iam-user-mfa-enabled', 'lambda-dlq-check'];
  it.each<[readonly string[], Status]>([
    [[], 'gap'],
    [['iam-password-policy'], 'gap'],
    [['iam-password-policy', 'iam-user-mfa-enabled'], 'monitored'],
    [configRules, 'monitored'],
  ])('with %j deployed is %s', (deployed, expected) => {
    expect(judge({ configRules }, { deployedConfigRules: new Set(deployed) })).toBe(expected);
  });

  it('is not monitored by rules that AWS dropped alone', () => {
    const input = { deployedConfigRules: new Set(['lambda-dlq-check']) };
    expect(judge({ configRules: ['lambda-dlq-check'] }, input)).toBe('gap');
  });

  it.each(['restricted-database-ports', 'hipaa-archive-locked'])(
    'is not monitored by %s of ours alone',
    (rule) => {
      expect(judge({ configRules: [rule] }, { deployedConfigRules: new Set([rule]) })).toBe('gap');
      const both = ['iam-password-policy', rule];
      expect(judge({ configRules: both }, { deployedConfigRules: new Set(['iam-password-policy']) })).toBe(
        'monitored',
      );
    },
  );

  it('is monitored where its parts are there and only AWS Config checks them', () => {
    const row = { ...TECHNICAL, rules: [], configRules };
    expect(judge(row)).toBe('partial');
    expect(judge(row, { deployedConfigRules: new Set(configRules) })).toBe('monitored');
    expect(judge(row, { deployedConfigRules: new Set(configRules), resources: [] })).toBe('gap');
    expect(judge({ ...row, beyond: 'the rest' }, { deployedConfigRules: new Set(configRules) })).toBe(
      'partial',
    );
  });

  it('is partly met by what the account has, while a rule tells when it has none', () => {
    const need = {
      what: 'a detector',
      anyOf: ['AWS::GuardDuty::Detector'],
      watchedBy: 'guardduty-enabled-centralized',
    };
    const row = { ...TECHNICAL, needs: [need] };
    const watched = { deployedConfigRules: new Set([need.watchedBy]) };
    expect(judge(row)).toBe('gap');
    expect(judge(row, { deployedConfigRules: new Set(['iam-password-policy']) })).toBe('gap');
    expect(judge(row, watched)).toBe('partial');
    expect(judge({ ...row, needs: [need, ...(TECHNICAL.needs ?? [])] }, { ...watched, resources: [] })).toBe(
      'gap',
    );
    const there = [{ type: 'AWS::GuardDuty::Detector', path: 'sandbox/Detection/Detector' }];
    expect(judge(row, { ...watched, resources: there })).toBe('enforced');
  });

  it('is no better for being watched while a statement is missing', () => {
    const input = { deployedConfigRules: new Set(configRules) };
    expect(judge({ ...STATED, configRules }, input)).toBe('unattested');
  });
});

describe('any safeguard', () => {
  it('is not applicable only for a reason that the catalogue gives', () => {
    expect(judge({ notApplicable: 'asks for nothing' }, { openViolations: [VIOLATION] })).toBe(
      'not-applicable',
    );
  });

  it('has no status of its own when it only rests on others, but for its violations', () => {
    const standard = { restsOn: ['164.312(b)'] as const, rules: TECHNICAL.rules ?? [] };
    expect(judge(standard)).toBeNull();
    expect(judge(standard, { openViolations: [VIOLATION] })).toBe('gap');
  });

  it('is a gap when nothing meets it', () => {
    expect(judge({})).toBe('gap');
  });

  it('of the proposal is not touched by a violation of the paragraph in force with the same number', () => {
    const violation = { rule: 'Other', citations: ['164.312(a)(2)(iv)'], path: 'x' };
    expect(judge({ ...TECHNICAL, profile: 'nprm-2025' }, { openViolations: [violation] })).toBe('enforced');
  });
});
