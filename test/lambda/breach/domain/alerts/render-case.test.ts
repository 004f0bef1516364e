import { caseWords } from '../../../../../lambda/breach/domain/alerts/case-words';
import { renderCase } from '../../../../../lambda/breach/domain/alerts/render-case';
import { safeguardWords } from '../../../../../lambda/breach/domain/alerts/safeguard-words';
import { alertOf } from '../../../../../lambda/breach/domain/alerts/sns-message';
import { ANSWER_MINUTES } from '../../../../../lambda/breach/domain/clock/escalation';
import { JURISDICTIONS } from '../../../../../lambda/breach/domain/deadlines/jurisdictions';
import type { Incident } from '../../../../../lambda/breach/domain/incident/incident';
import { REPORT_ROWS } from '../../../../../lambda/breach/domain/incident/report-types';
import { SIGNALS } from '../../../../../lambda/breach/domain/triage/signals/catalogue';
import { parseCivilDate } from '../../../../../lambda/shared/calendar/civil-date';
import { AT, BY, newCase, TODAY } from '../incident/cases';
import { aboutBucket, message, NAMES, TOKEN } from './bucket-case';

const CONTEXT = {
  environment: 'production',
  names: NAMES,
  today: TODAY,
  answerMinutes: ANSWER_MINUTES,
  repeat: false,
};

describe('an alert about a case', () => {
  it('reads like this for a new incident', () => {
    const rendered = renderCase(message(), aboutBucket(), CONTEXT);
    expect(rendered.subject).toMatchSnapshot();
    expect(rendered.text).toMatchSnapshot();
    expect(rendered.json).toMatchSnapshot();
  });

  it.each(['incident-raised', 'escalation', 'reminder'] as const)('reads like this for %s', (kind) => {
    const counted = aboutBucket({
      facts: {
        ...newCase().facts,
        affected: [
          { jurisdiction: 'CA', count: 600 },
          { jurisdiction: 'WY', count: null },
        ] as never,
      },
      relatedTo: 'inc-00000000000000000000000000000009',
    });
    const rendered = renderCase(message(kind), counted, { ...CONTEXT, today: parseCivilDate('2026-04-01') });
    expect(`${rendered.subject}\n\n${rendered.text}`).toMatchSnapshot();
  });

  it('asks for the sending once a case is assessed, and says when nothing is owed any more', () => {
    const assessed = { at: AT, by: BY, outcome: 'breach', presumption: 'stands', missing: [] } as const;
    const facts = {
      ...newCase().facts,
      sent: ['individual-notice', 'hhs-notice'].map((id) => ({ id, on: TODAY })),
    };
    const { text } = renderCase(message('reminder'), aboutBucket({ assessed, facts }), CONTEXT);
    expect(text).toContain('Send what is owed');
    expect(text).toContain('  nothing any more');
  });

  it('makes up no time for a day that a person told', () => {
    const reported = aboutBucket({
      signal: null,
      reported: 'lost-device',
      discoveredAt: '2026-03-01T00:00:00.000Z',
      happenedAt: null,
      facts: { ...newCase().facts, occurredOn: parseCivilDate('2026-02-27') },
    });
    const { text } = renderCase(message(), reported, CONTEXT);
    expect(text).toMatch(/Happened {6}2026-02-27\n {2}Discovered {4}2026-03-01\n/);
  });

  it('reads like this for what a person reported', () => {
    const reported = { ...newCase(), signal: null, reported: 'lost-device', severity: 'high' } as const;
    expect(renderCase(message(), reported, CONTEXT).text).toMatchSnapshot();
  });

  it('shows names that were known at synth', () => {
    const incident = aboutBucket();
    const known = { ...incident, subject: { ...incident.subject, resource: 'phi-records' } };
    expect(renderCase(message(), known, CONTEXT).text).toContain('s3: phi-records');
  });

  it('shows the tokens of the register as they are, so that a name keeps its token', () => {
    const { json, text } = renderCase(message(), aboutBucket(), CONTEXT);
    expect(json.resource).toBe(TOKEN);
    expect(text).toContain(`s3: ${TOKEN}`);
  });

  it.each([
    'Jane Doe 987-65-4321',
    'arn:aws:s3:::jane-doe-records',
    'tok-abcdefghijklmnopabcd Jane Doe',
    'arn:aws:iam::111122223333:user/tok-abcdefghijklmnopabcd/jane',
    'jane.doe@example.org',
    '/',
    'x'.repeat(5000),
  ])('hides what should never have got into the register: %.40s', (name) => {
    const incident = aboutBucket();
    const hostile: Incident = {
      ...incident,
      subject: {
        ...incident.subject,
        resource: name,
        actor: name,
        account: name,
        region: name,
        service: name,
        eventId: name,
      },
      signal: name,
      relatedTo: name,
    };
    const rendered = renderCase(message(), hostile, CONTEXT);
    expect(JSON.stringify(rendered)).not.toMatch(/jane|doe|987-65|xxxxx/i);
  });

  it('takes the dates of a breach although somebody claims that it is none', () => {
    const assessment = {
      outcome: 'low-probability',
      factors: { nature: 'a', recipient: 'b', acquired: 'c', mitigation: 'd' },
    } as const;
    const incident = aboutBucket({ facts: { ...newCase().facts, assessment } });
    expect(JSON.stringify(renderCase(message(), incident, CONTEXT).json.outerDates)).toContain(
      'individual-notice',
    );
  });

  it('is short enough for SNS and ASCII in its subject, for every signal and report', () => {
    const environment = 'a-name-of-20-letters';
    const subjects = [
      ...[...SIGNALS.keys()].map((signal) => aboutBucket({ signal, severity: 'critical' })),
      ...REPORT_ROWS.map(({ id }) => aboutBucket({ signal: null, reported: id, severity: 'critical' })),
    ].flatMap((incident) =>
      (['incident', 'incident-raised', 'escalation', 'reminder'] as const).map((kind) => {
        const rendered = renderCase(message(kind), incident, { ...CONTEXT, environment });
        return alertOf(message(kind), rendered).subject;
      }),
    );
    expect(subjects.filter((subject) => !/^[\x21-\x7e][\x20-\x7e]{10,99}$/.test(subject))).toEqual([]);
    expect(subjects.filter((subject) => !/\(inc-[0-9a-f]{8}\)$/.test(subject))).toEqual([]);
  });

  it('stays below 256 KB with people in every State, and says that there is more', () => {
    const affected = JURISDICTIONS.map((jurisdiction) => ({ jurisdiction, count: 1000 }));
    const many = aboutBucket({ facts: { ...newCase().facts, affected: affected as never } });
    const rendered = renderCase(message(), many, CONTEXT);
    const alert = alertOf(message(), rendered);
    expect(Buffer.byteLength(alert.message)).toBeLessThan(256 * 1024);
    expect(rendered.json.moreDates).toBeGreaterThan(0);
    expect(JSON.parse(JSON.parse(alert.message).default)).toMatchObject({ incidentId: many.id });
    expect(JSON.parse(alert.message).email).toMatch(/and \d+ more: see the case/);
  });

  it('gives people text, machines JSON and everything else the subject', () => {
    const rendered = renderCase(message(), aboutBucket(), CONTEXT);
    const texts = JSON.parse(alertOf(message(), rendered).message);
    expect(Object.keys(texts).sort()).toEqual(['default', 'email', 'sms']);
    expect(texts.sms).toBe(rendered.subject);
    expect(texts.email).toBe(rendered.text);
    expect(JSON.parse(texts.default)).toEqual(JSON.parse(JSON.stringify(rendered.json)));
  });
});

describe('the words of an alert', () => {
  it('exist for every signal and report: what happened, the first step, the safeguards', () => {
    const cases = [
      ...[...SIGNALS.keys()].map((signal) => ({ signal, reported: null, signals: [] })),
      ...REPORT_ROWS.map(({ id }) => ({ signal: null, reported: id, signals: [] })),
    ];
    for (const one of cases) {
      const { title, firstStep, citations } = caseWords(one);
      expect(title.length).toBeGreaterThan(10);
      expect(firstStep).toMatch(/^[A-Z].{10,}[.]$/);
      expect(citations.map((citation) => [citation, safeguardWords(citation)])).not.toContainEqual([
        expect.anything(),
        undefined,
      ]);
    }
  });
});
