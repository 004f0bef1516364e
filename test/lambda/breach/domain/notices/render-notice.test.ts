import fc from 'fast-check';
import { parseFacts } from '../../../../../lambda/breach/domain/deadlines/facts';
import { PHI_TYPES } from '../../../../../lambda/breach/domain/deadlines/phi-types';
import { CHECKLISTS } from '../../../../../lambda/breach/domain/notices/checklists';
import { NOTICE_LIMIT } from '../../../../../lambda/breach/domain/notices/drafting-notes';
import { parseNoticeDetails } from '../../../../../lambda/breach/domain/notices/notice-details';
import { NOTICE_KINDS, type NoticeKind } from '../../../../../lambda/breach/domain/notices/notice-item';
import { PROTECTIVE_STEPS } from '../../../../../lambda/breach/domain/notices/protective-steps';
import { renderNotice } from '../../../../../lambda/breach/domain/notices/render-notice';
import { INCIDENT } from '../deadlines/incident';

/** The longest sentence of a plain letter, in words. */
const MAX_WORDS = 20;

const DETAILS = {
  organization: 'Example Clinic',
  summary: 'A stolen laptop held appointment lists. It was not locked',
  investigation: 'We work with the police',
  mitigation: 'We offer a year of credit monitoring',
  prevention: 'We lock every laptop now',
  protectiveSteps: ['Call us if somebody asks you about your appointment'],
  contact: {
    tollFree: '1-800-555-0100',
    email: 'privacy@clinic.example',
    website: 'https://clinic.example/notice',
    postal: '1 Example Street, Exampletown',
  },
  breachType: 'theft',
  location: 'a laptop',
  safeguardsBefore: 'Passwords and training',
  individualsList: 'the shared secure folder, file 7',
};

const SENT = { sent: [{ id: 'individual-notice', on: '2026-01-18' }] };

function render(kind: NoticeKind, facts: Readonly<Record<string, unknown>> = {}, details: object = DETAILS) {
  return renderNotice(kind, parseFacts({ ...INCIDENT, ...facts }), parseNoticeDetails(details));
}

describe.each(NOTICE_KINDS)('the %s notice', (kind) => {
  it('is complete when everything is known', () => {
    const { markdown, missing } = render(kind, SENT);
    expect(missing).toEqual([]);
    expect(markdown).not.toContain('to be completed');
  });

  it('marks each missing thing once in its list and wherever it belongs', () => {
    const { markdown, missing } = render(kind, { occurredOn: null, phiTypes: [], affected: [] }, {});
    expect(missing.length).toBeGreaterThan(6);
    expect(new Set(missing).size).toBe(missing.length);
    for (const label of missing) {
      expect(markdown).toContain(`**[to be completed: ${label}]**`);
    }
    const marks = [...markdown.matchAll(/\*\*\[to be completed: ([^\]]+)\]\*\*/g)].map(([, label]) => label);
    expect(new Set(marks)).toEqual(new Set(missing));
  });

  it('says its limit in one line', () => {
    expect(render(kind).markdown.split('\n')[0]).toBe(`> ${NOTICE_LIMIT}`);
    expect(NOTICE_LIMIT).toContain('not legal advice');
  });

  it('has a heading for every item of its checklist, in order', () => {
    const headings = [...render(kind).markdown.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(CHECKLISTS[kind].map(({ heading }) => heading));
  });

  it('keeps every sentence short, whatever kind of information is involved', () => {
    const phiTypes = PHI_TYPES.map(({ names }) => names[0]);
    for (const details of [DETAILS, {}]) {
      for (const sentence of sentencesOf(render(kind, { phiTypes, unreachable: 10 }, details).markdown)) {
        expect([sentence, sentence.split(/\s+/).length <= MAX_WORDS]).toEqual([sentence, true]);
      }
    }
  });

  it('uses no jargon', () => {
    const text = render(kind, { phiTypes: PHI_TYPES.map(({ names }) => names[0]) }).markdown;
    expect(text).not.toMatch(
      /\b(PHI|ePHI|164\.|CFR|exfiltrat|threat actor|pursuant|herein|unsecured|subpart)/i,
    );
  });

  it('never names the official behind a hold, and says until when it is held', () => {
    const holds = [
      { kind: 'written', statedOn: '2026-01-18', until: '2026-05-01', official: 'Officer Example' },
    ];
    const role = kind === 'covered-entity' ? 'business-associate' : 'covered-entity';
    const { markdown } = render(kind, { holds, role, affected: [{ jurisdiction: 'WY', count: 501 }] });
    expect(markdown).toContain('Law enforcement holds it: do not send it before May 1, 2026.');
    expect(markdown).not.toContain('Officer');
  });

  it('lets nobody’s words become markup', () => {
    const hostile =
      '# Title\n\n<script>alert(1)</script> [x](http://evil.example) **bold** `code` | a | ![i](j) \u202e\u0000';
    const all = Object.fromEntries(
      Object.entries(DETAILS).map(([key, value]) => [
        key,
        typeof value === 'string' && key !== 'breachType' ? hostile : value,
      ]),
    );
    const details = { ...all, protectiveSteps: [hostile], contact: { email: hostile } };
    const { markdown } = render(kind, { phiTypes: [hostile] }, details);
    expect(markdown).not.toMatch(/<script|^# Title|[^\\]\[x|[^\\]\*\*bold|[^\\]`|[^\\]\||[\u202e\0]/m);
  });

  it('is written for any facts and details', () => {
    const words = fc.option(fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(
        words,
        words,
        fc.array(fc.string({ minLength: 1, maxLength: 100 }), { maxLength: 5 }),
        (summary, location, phiTypes) => {
          const { markdown, missing } = render(kind, { phiTypes }, { summary, location });
          expect(markdown.length).toBeGreaterThan(200);
          expect(missing).toContain('the name of the organization');
        },
      ),
    );
  });
});

describe('the notice to individuals', () => {
  it('has what 164.404(c) asks for', () => {
    const { markdown } = render('individual');
    expect(markdown).toContain('From: Example Clinic');
    expect(markdown).toContain('A stolen laptop held appointment lists. It was not locked.');
    expect(markdown).toContain('It happened on January 10, 2026.');
    expect(markdown).toContain('We found out on January 15, 2026.');
    expect(markdown).toContain('- full name\n- Social Security number\n- diagnosis');
    expect(markdown).toContain('- Call us if somebody asks you about your appointment.');
    expect(markdown).toContain('- Think about a fraud alert or a credit freeze.');
    expect(markdown).toContain('We offer a year of credit monitoring.');
    expect(markdown).toContain('- Toll-free: 1-800-555-0100');
    expect(markdown).toContain('> Send it without unreasonable delay, by March 16, 2026 at the latest.');
    expect(markdown).not.toContain('State law has dates');
  });

  it('warns of State dates, which may come first', () => {
    const note =
      '> State law has dates of its own, the first on February 14, 2026: see the list of deadlines.';
    const affected = [
      { jurisdiction: 'WY', count: 501 },
      { jurisdiction: 'CA', count: 501 },
    ];
    expect(render('individual', { affected }).markdown).toContain(note);
    expect(render('media', { affected }).markdown).not.toContain(note);
  });

  it('gives the day of discovery that the law counts', () => {
    const businessAssociate = { discoveredOn: '2026-01-02', agent: true, toldUsOn: null };
    expect(render('individual', { businessAssociate }).markdown).toContain(
      'We found out on January 2, 2026.',
    );
  });

  it.each([
    ['2026-01-12', 'It happened between January 10, 2026 and January 12, 2026.'],
    ['2026-01-10', 'It happened on January 10, 2026.'],
    ['2026-01-09', 'It happened on January 10, 2026.'],
  ])('says how long it lasted, until %s', (occurredUntil, words) => {
    expect(render('individual', {}, { ...DETAILS, occurredUntil }).markdown).toContain(words);
  });

  it.each(['tollFree', 'email', 'website', 'postal'] as const)(
    'needs one way to reach us, such as %s',
    (way) => {
      const label = 'a toll-free number, an e-mail address, a web site or a postal address';
      const reach = (value: string | null) =>
        render('individual', {}, { ...DETAILS, contact: { [way]: value } }).missing;
      expect(reach(DETAILS.contact[way])).toEqual([]);
      expect(reach(' ')).toEqual([label]);
      expect(reach(null)).toEqual([label]);
    },
  );

  it.each([
    [9, []],
    [10, ['a toll-free number that stays active for at least 90 days']],
  ])('needs a toll-free number once %i people cannot be reached', (unreachable, missing) => {
    const contact = { email: DETAILS.contact.email };
    expect(render('individual', { unreachable }, { ...DETAILS, contact }).missing).toEqual(missing);
    expect(render('individual', { unreachable }).markdown.includes('at least 90 days')).toBe(
      unreachable >= 10,
    );
  });

  it.each(
    PROTECTIVE_STEPS.flatMap(({ categories, step }) =>
      categories.map((category) => [category, step] as const),
    ),
  )('advises on %s: %s', (category, step) => {
    const type = PHI_TYPES.find((row) => row.category === category)?.names[0];
    expect(render('individual', { phiTypes: [type] }).markdown).toContain(step);
    expect(render('individual', { phiTypes: ['age'] }).markdown).not.toContain(step);
  });

  it('names types that it does not know as they were written, each once', () => {
    const { markdown } = render('individual', { phiTypes: ['shoe size', 'SSN', 'ssn', 'shoe size'] });
    expect(markdown).toContain('The information included:\n\n- Social Security number\n- shoe size\n\n');
  });

  it('says when the facts ask for no notice', () => {
    const excluded = { exclusion: 'not-retained', basis: 'returned sealed' };
    expect(render('individual', { excluded }).markdown).toContain(
      '> The facts given ask for no such notice.',
    );
  });
});

describe('the notice to the media', () => {
  it('names each State that it is for', () => {
    const affected = [
      { jurisdiction: 'WY', count: 501 },
      { jurisdiction: 'NV', count: 501 },
      { jurisdiction: 'UT', count: 500 },
    ];
    const { markdown } = render('media', { affected });
    expect(markdown).toContain('> Wyoming: Send it');
    expect(markdown).toContain('> Nevada: Send it');
    expect(markdown).not.toContain('Utah');
    expect(render('media').markdown).toContain('ask for no such notice');
  });
});

describe('the report to HHS', () => {
  it('says how many, of what type, where, and who was told', () => {
    const affected = [{ jurisdiction: 'WY', count: 501 }];
    const sent = [...SENT.sent, { id: 'media-notice:WY', on: '2026-01-19' }];
    const { markdown } = render('hhs', { affected, sent });
    for (const words of [
      'Individuals: 501.',
      'Theft.',
      'a laptop.',
      'We told the individuals on January 18, 2026.',
      'We told the media.',
      'Reach us: privacy@clinic.example.',
    ]) {
      expect(markdown).toContain(words);
    }
    expect(render('hhs').markdown).toContain('We have not told the media.');
    expect(render('hhs').missing).toEqual(['the date of the notice to individuals']);
    expect(render('hhs', { affected: [{ jurisdiction: 'WY', count: null }] }).missing).toContain(
      'the number of individuals, an estimate if need be',
    );
  });

  it('takes a sending that is still to come as a plan', () => {
    const affected = [{ jurisdiction: 'WY', count: 501 }];
    const sent = [
      { id: 'individual-notice', on: '2026-02-01' },
      { id: 'media-notice', on: '2026-02-01' },
    ];
    const planned = render('hhs', { affected, sent, asOf: '2026-01-31' });
    expect(planned.missing).toEqual(['the date of the notice to individuals']);
    expect(planned.markdown).toContain('We have not told the media.');
    const done = render('hhs', { affected, sent, asOf: '2026-02-01' }).markdown;
    expect(done).toContain('We told the individuals on February 1, 2026.');
    expect(done).toContain('We told the media.');
  });

  it.each([
    [{ email: ' ', tollFree: '1-800-555-0100' }, '1-800-555-0100'],
    [{ email: '', tollFree: null, postal: '1 Example Street' }, '1 Example Street'],
  ])('is reached by what is written of %j', (contact, way) => {
    expect(render('hhs', SENT, { ...DETAILS, contact }).markdown).toContain(`Reach us: ${way}.`);
  });
});

describe('the notice to the covered entity', () => {
  it('points to the list of individuals and does not hold it', () => {
    const { markdown } = render('covered-entity', { role: 'business-associate' });
    expect(markdown).toContain('You find the list of individuals here: the shared secure folder, file 7.');
    expect(markdown).toContain('The list itself does not belong in this letter.');
    expect(markdown).toContain('by March 16, 2026 at the latest');
  });
});

describe('the checklists', () => {
  it.each([
    ['individual', '164.404(c)(1)('],
    ['media', '164.406(c); 45 CFR 164.404(c)(1)('],
    ['hhs', '164.408'],
    ['covered-entity', '164.410(c)('],
  ] as const)('of the %s notice cites %s', (kind, citation) => {
    for (const item of CHECKLISTS[kind]) {
      expect(item.citation.startsWith(`45 CFR ${citation}`)).toBe(true);
      expect(item.asks.length).toBeGreaterThan(10);
    }
    expect(new Set(CHECKLISTS[kind].map(({ id }) => id)).size).toBe(CHECKLISTS[kind].length);
  });

  it('cover the five parts of the content', () => {
    for (const kind of ['individual', 'media'] as const) {
      expect(CHECKLISTS[kind].map(({ citation }) => citation.at(-2))).toEqual(['A', 'B', 'C', 'D', 'E']);
    }
  });
});

describe('parseNoticeDetails', () => {
  it('takes what is left out as not written yet', () => {
    expect(parseNoticeDetails({})).toMatchObject({ organization: null, protectiveSteps: [], contact: null });
  });

  it.each([
    [null, /'input' must be an object, got: null/],
    [{ organisation: 'x' }, /'organisation' must be left out/],
    [{ summary: 'x'.repeat(2001) }, /'summary' must have at most 2000 characters/],
    [{ contact: { phone: '1' } }, /'contact.phone' must be left out/],
    [{ breachType: 'magic' }, /'breachType' must be one of 'hacking'/],
    [{ occurredUntil: '2026-02-30' }, /'occurredUntil' must be a date/],
  ])('refuses %j', (json, message) => {
    expect(() => parseNoticeDetails(json)).toThrow(message);
  });
});

/** The sentences of a draft without headings, marks and list signs. */
function sentencesOf(markdown: string): readonly string[] {
  return markdown
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) =>
      line
        .replace(/^(?:>|-) ?/, '')
        .replace(/\*\*\[to be completed: ([^\]]+)\]\*\*/g, '$1')
        .split(/(?<=[.!?:])\s+/),
    )
    .filter((sentence) => sentence.trim() !== '');
}
