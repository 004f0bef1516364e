import { ConfigurationError } from '../../../lib/config/configuration-error';
import { readAttestations } from '../../../lib/safeguards/attestations/attestation';
import { FILED_ATTESTATIONS } from '../../../lib/safeguards/attestations/filed';
import { everySynthetic, synthetic } from './synthetic';

function problemsOf(input: unknown): readonly string[] {
  try {
    readAttestations(input);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('readAttestations', () => {
  it('takes complete statements, one of every kind', () => {
    expect(readAttestations(everySynthetic())).toEqual(everySynthetic());
  });

  it('takes the statements that the repository ships: none', () => {
    expect(readAttestations(FILED_ATTESTATIONS)).toEqual([]);
    expect(FILED_ATTESTATIONS).toEqual([]);
  });

  it.each([
    ['a kind that does not exist', { kind: 'good-will' }, "'attestations[0].kind' must be one of"],
    [
      'an address in place of a role',
      { statedBy: 'officer@example.com' },
      "'attestations[0].statedBy' must be a role",
    ],
    ['nobody', { statedBy: '  ' }, "'attestations[0].statedBy' must be one line of 3 to 60 characters"],
    ['no evidence', { evidence: '' }, "'attestations[0].evidence' must be one line of 3 to 200 characters"],
    [
      'evidence of two lines',
      { evidence: 'a document\nand more' },
      "'attestations[0].evidence' must be one line",
    ],
    [
      'a day that does not exist',
      { statedOn: '2026-02-29' },
      "'attestations[0].statedOn' must be a date that exists",
    ],
    ['an end before its beginning', { validUntil: '2026-10-31' }, 'must not be before statedOn'],
    [
      'a statement that would count too long',
      { validUntil: '2027-11-02' },
      "'attestations[0].validUntil' must be at most 2027-11-01 (12 months after statedOn), got: '2027-11-02'",
    ],
    [
      'a waiver of what concerns everybody',
      { statement: 'does-not-apply' },
      "'attestations[0].statement' must be 'held' for risk-analysis",
    ],
    ['a field that does not exist', { approvedBy: 'x' }, "'attestations[0].approvedBy' must be left out"],
  ])('refuses %s', (_, changes, problem) => {
    const [first, ...others] = problemsOf([{ ...synthetic('risk-analysis'), ...changes }]);
    expect(first).toContain(problem);
    expect(others).toEqual([]);
  });

  it('takes a waiver where the kind allows one', () => {
    const waiver = synthetic('group-health-plan', { statement: 'does-not-apply' });
    expect(readAttestations([waiver])).toEqual([waiver]);
  });

  it('gives every statement of a year its full year, leap day included', () => {
    const full = synthetic('evaluation', { statedOn: '2028-02-29', validUntil: '2029-02-28' });
    expect(problemsOf([full])).toEqual([]);
    expect(problemsOf([{ ...full, validUntil: '2029-03-01' }])).toHaveLength(1);
  });

  it('names the problems of all statements at once', () => {
    const problems = problemsOf([
      { ...synthetic('risk-analysis'), evidence: '', statedOn: 'yesterday' },
      synthetic('evaluation', { validUntil: '2030-01-01' }),
      synthetic('evaluation'),
      null,
    ]);
    expect(problems.map((problem) => problem.split(' must')[0])).toEqual([
      "'attestations[0].statedOn'",
      "'attestations[0].evidence'",
      "'attestations[1].validUntil'",
      "'attestations[2]'",
      "'attestations[3]'",
    ]);
  });

  it.each([undefined, null, {}, 'none'])('refuses %p in place of a list', (input) => {
    expect(problemsOf(input)).toEqual([expect.stringContaining("'attestations' must be a list")]);
  });
});
