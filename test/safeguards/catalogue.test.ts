import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ATTESTATION_KINDS, attestationKindInfo } from '../../lib/safeguards/attestations/kinds';
import { SAFEGUARDS } from '../../lib/safeguards/catalogue';
import { compareCitations, isCitation } from '../../lib/safeguards/citation';
import { CONFIG_RULES } from '../../lib/safeguards/config-rules';
import type { Safeguard } from '../../lib/safeguards/safeguard';
import { knownResourceTypes } from './known-resource-types';
import { SUBPART_C_AND_D } from './paragraphs';

const PROJECT = join(__dirname, '../..');
const CURRENT = SAFEGUARDS.filter(({ profile }) => profile === 'current');
const NPRM = SAFEGUARDS.filter(({ profile }) => profile === 'nprm-2025');

function row(citation: string): Safeguard {
  const found = CURRENT.find((safeguard) => safeguard.citation === citation);
  if (found === undefined) throw new Error(`'citation' must have a row, got: ${citation}`);
  return found;
}

describe('the catalogue', () => {
  it.each(SUBPART_C_AND_D)('has $citation once and calls it $kind', ({ citation, kind }) => {
    expect(CURRENT.filter((safeguard) => safeguard.citation === citation)).toEqual([
      expect.objectContaining({ kind, basis: 'law' }),
    ]);
  });

  it('has no paragraph of Subpart C and D that the rules do not have', () => {
    const known = new Set(SUBPART_C_AND_D.map(({ citation }) => citation));
    const inSubparts = CURRENT.filter(({ citation }) => /^164\.(3|4)/.test(citation));
    expect(inSubparts.filter(({ citation }) => !known.has(citation))).toEqual([]);
  });

  it('has what the two rules lean on in the Privacy Rule', () => {
    const privacy = CURRENT.filter(({ citation }) => citation.startsWith('164.5'));
    expect(privacy.map(({ citation }) => citation)).toEqual([
      '164.502(b)(1)',
      '164.502(b)(2)',
      '164.514(a)',
      '164.514(b)(1)',
      '164.514(b)(2)',
      '164.514(d)(1)',
      '164.530(j)',
    ]);
  });

  it('lists the rules in force in the order of the rule book, and the proposal after them', () => {
    const citations = CURRENT.map(({ citation }) => citation);
    expect(citations).toEqual([...citations].sort(compareCitations));
    expect(SAFEGUARDS.slice(CURRENT.length)).toEqual(NPRM);
    expect(NPRM.length).toBeGreaterThanOrEqual(15);
  });

  it.each(SAFEGUARDS)('says what $profile $citation asks, in plain words', ({ citation, title, asks }) => {
    expect(isCitation(citation)).toBe(true);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(asks).toMatch(/^[A-Z].{15,}\.$/);
    expect(asks).not.toMatch(/\b(shall|must|reasonably anticipated|covered entity or business associate)\b/i);
  });

  it.each(SAFEGUARDS)('says of $profile $citation how it is met', (safeguard) => {
    const { notApplicable, needs, software, attestations, restsOn, configRules } = safeguard;
    const ways = [needs, attestations, restsOn].filter((list) => (list?.length ?? 0) > 0).length;
    const met = ways > 0 || software !== undefined || configRules.length > 0;
    expect(met).toBe(notApplicable === undefined);
  });

  it('keeps the proposal of 2025 apart: no rule answers to it and no row in force rests on it', () => {
    expect(NPRM.flatMap(({ rules, configRules }) => [...rules, ...configRules])).toEqual([]);
    expect(NPRM.every(({ kind }) => kind === 'proposed')).toBe(true);
    expect(CURRENT.some(({ kind }) => kind === 'proposed')).toBe(false);
  });
});

describe('what the catalogue names', () => {
  const constructs = SAFEGUARDS.flatMap(({ constructs = [] }) => constructs);
  it.each(constructs)('exists: $name in $file', ({ file, name }) => {
    const text = readFileSync(join(PROJECT, file), 'utf8');
    expect(text).toMatch(new RegExp(`^export (class|(async )?function) ${name}\\b`, 'm'));
  });

  const tests = SAFEGUARDS.flatMap(({ tests = [], software }) => [...tests, ...(software?.tests ?? [])]);
  it.each([...new Set(tests)])('exists as a test: %s', (file) => {
    expect(file).toMatch(/^test\/.+\.test\.ts$/);
    expect(existsSync(join(PROJECT, file))).toBe(true);
  });

  it('is a type that CloudFormation has, wherever a row needs one', () => {
    const types = SAFEGUARDS.flatMap(({ needs = [] }) => needs.flatMap(({ anyOf }) => anyOf));
    const known = knownResourceTypes();
    expect([...new Set(types)].filter((type) => !known.has(type))).toEqual([]);
  });

  it("is a rule of AWS's pack, wherever a rule tells that a part is missing", () => {
    const watching = SAFEGUARDS.flatMap(({ needs = [] }) =>
      needs.flatMap(({ watchedBy }) => watchedBy ?? []),
    );
    const packed = CONFIG_RULES.filter(({ inAwsPack }) => inAwsPack).map(({ name }) => name);
    expect(watching.length).toBeGreaterThan(0);
    expect(packed).toEqual(expect.arrayContaining(watching));
  });

  it('is a row in force, wherever a row rests on one, and nothing rests on itself', () => {
    const citations = new Set<string>(CURRENT.map(({ citation }) => citation));
    for (const { restsOn = [] } of SAFEGUARDS) {
      expect(restsOn.filter((citation) => !citations.has(citation))).toEqual([]);
    }
    const visit = (citation: string, path: readonly string[]): void => {
      expect(path).not.toContain(citation);
      for (const next of row(citation).restsOn ?? []) visit(next, [...path, citation]);
    };
    for (const { citation } of CURRENT) visit(citation, []);
  });

  it('makes every standard rest on all of its specifications', () => {
    const specifications = SUBPART_C_AND_D.filter(({ standard }) => standard !== undefined);
    for (const { citation, standard } of specifications) {
      expect(row(standard ?? '').restsOn).toContain(citation);
    }
    expect(specifications.length).toBeGreaterThanOrEqual(60);
  });

  it('names every standard of Subpart C under the general requirements', () => {
    const standards = SUBPART_C_AND_D.filter(
      ({ citation, kind }) => kind === 'standard' && citation < '164.4',
    );
    expect([...(row('164.306(a)').restsOn ?? [])].sort()).toEqual(
      standards.map(({ citation }) => citation).sort(),
    );
  });
});

describe('attestations in the catalogue', () => {
  it.each(Object.keys(ATTESTATION_KINDS))(
    'gives %s a row of its own profile, so that nobody files for nothing',
    (kind) => {
      const profiles = SAFEGUARDS.filter(({ attestations = [] }) =>
        attestations.some((id) => id === kind),
      ).map(({ profile }) => profile);
      expect(profiles).toContain(attestationKindInfo(kind)?.profile ?? 'current');
    },
  );

  it.each(Object.entries(ATTESTATION_KINDS))('describes %s for the person who states it', (_, info) => {
    expect(info.states).toMatch(/^[a-zA-Z].{20,}[^.]$/);
    expect(info.evidence).toMatch(/^.{6,}[^.]$/);
    expect(info.maximumAgeMonths).toBeGreaterThan(0);
    expect(info.maximumAgeMonths).toBeLessThanOrEqual(12);
  });
});
