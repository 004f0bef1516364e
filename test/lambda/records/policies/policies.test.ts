import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CedarAuthorizer } from '../../../../lambda/records/adapters/cedar-authorizer';
import { readCedarPolicies } from '../../../../lambda/records/adapters/cedar-policies';
import type { Action } from '../../../../lambda/records/domain/access/action';
import type { Category } from '../../../../lambda/records/domain/access/category';
import { type AccessQuestion, PRACTICE } from '../../../../lambda/records/domain/access/decision';
import { RELATIONS } from '../../../../lambda/records/domain/access/relation';
import type { Role } from '../../../../lambda/records/domain/access/role';
import { renderAccessTables } from './access-table';
import { anyQuestion, RECORD_QUESTIONS } from './questions';

const SOURCES = readCedarPolicies();
const authorizer = new CedarAuthorizer(SOURCES);

/** What the requirement says that each role may see, word for word; written apart from the policies. */
const ROWS: Readonly<Record<Role, readonly Category[]>> = {
  physician: ['demographics', 'diagnosis', 'medications', 'labResults', 'notes', 'vitals', 'allergies'],
  nurse: ['demographics', 'vitals', 'medications', 'allergies'],
  billing: ['demographics', 'insurance', 'diagnosisCodes'],
  admin: ['demographics'],
  patient: [
    'demographics',
    'insurance',
    'diagnosis',
    'diagnosisCodes',
    'medications',
    'labResults',
    'notes',
    'vitals',
    'allergies',
  ],
};

type Condition = (question: AccessQuestion) => boolean;
type Row = readonly [categories: readonly AccessQuestion['resource'][], when: Condition];

const treats: Condition = ({ relations, purpose }) =>
  relations.includes('careTeam') && purpose === 'treatment';
const helps: Condition = (question) =>
  treats(question) || (question.relations.includes('breakGlass') && question.purpose === 'emergency');
const pays: Condition = ({ purpose }) => purpose === 'payment';
const operates: Condition = ({ purpose }) => purpose === 'operations';
const asksForOwn: Condition = ({ relations, purpose }) =>
  relations.includes('self') && purpose === 'patientRequest';
const ownNote: readonly Row[] = [[['psychotherapyNotes'], (asked) => treats(asked) && asked.author]];

const BEDSIDE: readonly Category[] = ['vitals', 'medications', 'allergies'];
const WRITTEN: readonly Category[] = [...BEDSIDE, 'labResults', 'notes'];
const CODED: readonly Category[] = ['diagnosis', 'diagnosisCodes'];

/** Who may do what to what and when, said once more in another language. */
const EXPECTED: Readonly<Record<Role, Partial<Record<Action, readonly Row[]>>>> = {
  physician: {
    read: [[ROWS.physician, helps], ...ownNote],
    write: [[WRITTEN, helps], ...ownNote],
    diagnose: [[CODED, helps]],
    delete: [[[...WRITTEN, ...CODED], treats], ...ownNote],
    export: [[ROWS.physician, treats]],
  },
  nurse: { read: [[ROWS.nurse, helps]], write: [[BEDSIDE, helps]] },
  billing: {
    read: [[ROWS.billing, pays]],
    write: [[['insurance'], pays]],
    delete: [[['insurance'], pays]],
    export: [[ROWS.billing, pays]],
  },
  admin: {
    read: [[ROWS.admin, operates]],
    write: [[['demographics', 'identifiers'], operates]],
    administer: [[[PRACTICE], operates]],
  },
  patient: { read: [[ROWS.patient, asksForOwn]], export: [[ROWS.patient, asksForOwn]] },
};

/** Whether somebody may: the policies must agree with it in every case. */
function expected(question: AccessQuestion): boolean {
  const rows = EXPECTED[question.role][question.action] ?? [];
  return rows.some(([categories, when]) => categories.includes(question.resource) && when(question));
}

async function decide(question: AccessQuestion, by = authorizer) {
  const [decision] = await by.decide([question]);
  if (decision === undefined) throw new Error('there must be a decision');
  return decision;
}

const CARE: AccessQuestion = {
  role: 'physician',
  action: 'read',
  resource: 'notes',
  relations: ['careTeam'],
  purpose: 'treatment',
  author: false,
};

describe('the policies', () => {
  it('permit what the requirement says and nothing else, for every role, action, category, relation and purpose', async () => {
    const wrong: AccessQuestion[] = [];
    let count = 0;
    for (const question of RECORD_QUESTIONS) {
      const { allowed } = await decide(question);
      count += 1;
      if (allowed !== expected(question)) wrong.push(question);
    }
    expect(wrong).toEqual([]);
    expect(count).toBe(5 * 5 * 11 * 8 * 5 * 2);
  });

  it.each(['physician', 'nurse', 'billing', 'admin', 'patient'] as const)(
    'let %s administer as the requirement says',
    async (role) => {
      for (const purpose of ['operations', 'treatment', 'payment', 'patientRequest', 'emergency'] as const) {
        const question = { ...CARE, role, action: 'administer', resource: PRACTICE, purpose } as const;
        expect(await decide(question)).toMatchObject({ allowed: expected(question) });
      }
    },
  );

  it('let no role see a category outside its row', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        const { allowed } = await decide(question);
        const { role, action, resource, author, relations } = question;
        if (!allowed || resource === PRACTICE || (action !== 'read' && action !== 'export')) return;
        const ownNotes =
          resource === 'psychotherapyNotes' &&
          role === 'physician' &&
          author &&
          relations.includes('careTeam');
        expect(ROWS[role].includes(resource) || ownNotes).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it("never let a patient reach another one's record", async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, fc.subarray([...RELATIONS]), async (question, relations) => {
        const others = relations.filter((relation) => relation !== 'self');
        const { allowed } = await decide({ ...question, role: 'patient', relations: others });
        expect(allowed).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('take nothing away from somebody who is more to the patient', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        const { allowed } = await decide(question);
        if (!allowed) return;
        expect(await decide({ ...question, relations: RELATIONS })).toMatchObject({ allowed: true });
      }),
      { numRuns: 2_000 },
    );
  });

  it('name what decided', async () => {
    expect(await decide(CARE)).toEqual({ allowed: true, policies: ['physician-reads'] });
    expect(await decide({ ...CARE, relations: [] })).toEqual({
      allowed: false,
      policies: ['forbid-care-without-relation'],
    });
  });

  it('know neither caller nor patient', () => {
    for (const { statement } of SOURCES.policies) {
      expect(statement).not.toMatch(/Records::(?:User|Patient)::/);
    }
  });
});

describe('the policies with one of them removed', () => {
  const without = (id: string) =>
    new CedarAuthorizer({ ...SOURCES, policies: SOURCES.policies.filter((policy) => policy.id !== id) });

  it.each(SOURCES.policies.map(({ id }) => id).filter((id) => !id.startsWith('forbid-')))(
    'permit less without %s',
    async (id) => {
      const questions = [
        ...RECORD_QUESTIONS.filter(expected),
        { ...CARE, role: 'admin', action: 'administer', resource: PRACTICE, purpose: 'operations' } as const,
      ];
      const after = await without(id).decide(questions);
      expect(after.filter(({ allowed }) => !allowed).length).toBeGreaterThan(0);
      expect(after.filter(({ allowed }) => allowed).length).toBeGreaterThan(0);
    },
  );

  /** What somebody might add one day by mistake. */
  const CARELESS = { id: 'careless', statement: 'permit (principal, action, resource);' };

  it.each([
    ['forbid-foreign-psychotherapy-notes', { ...CARE, resource: 'psychotherapyNotes' }],
    ['forbid-reading-identifiers', { ...CARE, resource: 'identifiers' }],
    ['forbid-care-without-relation', { ...CARE, relations: [] }],
    ['forbid-clinical-data-to-admin', { ...CARE, role: 'admin', purpose: 'operations' }],
  ] as const)(
    'still hold by %s when somebody permits everything, and not without it',
    async (id, question) => {
      const careless = (policies: typeof SOURCES.policies) =>
        new CedarAuthorizer({ ...SOURCES, policies: [...policies, CARELESS] });
      expect(await decide(question, careless(SOURCES.policies))).toEqual({ allowed: false, policies: [id] });
      const unguarded = careless(SOURCES.policies.filter((policy) => policy.id !== id));
      expect(await decide(question, unguarded)).toMatchObject({ allowed: true });
    },
  );
});

describe('the engine', () => {
  it.each([
    ['does not parse', 'permit (principal', "'policies' must be valid Cedar, got: "],
    [
      'speaks of what the schema does not have',
      'permit (principal, action, resource) when { context.rank == 1 };',
      "'policies' must be valid Cedar, got: ",
    ],
    [
      'can never apply',
      'permit (principal in Records::Role::"physician", action, resource) when { false };',
      "'policies' must be valid Cedar, got: ",
    ],
  ])('refuses a policy that %s', (_what, statement, message) => {
    expect(() => new CedarAuthorizer({ ...SOURCES, policies: [{ id: 'wrong', statement }] })).toThrow(
      message,
    );
  });

  it('denies where a policy that could forbid cannot be evaluated', async () => {
    const statement = 'forbid (principal, action, resource) when { 9223372036854775807 + 1 < 0 };';
    const failing = new CedarAuthorizer({
      ...SOURCES,
      policies: [...SOURCES.policies, { id: 'failing', statement }],
    });
    expect(await decide(CARE, failing)).toEqual({ allowed: false, policies: [] });
  });

  it('denies what the schema does not know', async () => {
    const question = { ...CARE, action: 'drop' } as unknown as AccessQuestion;
    expect(await decide(question)).toEqual({ allowed: false, policies: [] });
  });

  it('answers questions in their order', async () => {
    const decisions = await authorizer.decide([CARE, { ...CARE, role: 'nurse' }, CARE]);
    expect(decisions.map(({ allowed }) => allowed)).toEqual([true, false, true]);
  });
});

describe('docs/access.md', () => {
  it('has the table that the engine gives', async () => {
    const page = readFileSync(join(__dirname, '../../../../docs/access.md'), 'utf8');
    expect(page).toContain(await renderAccessTables(authorizer));
  });
});
