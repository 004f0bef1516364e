import { openObligations } from '../../../../../lambda/breach/domain/incident/close-guard';
import { assessCase } from '../../../../../lambda/breach/domain/incident/commands/assess-case';
import { changeFacts } from '../../../../../lambda/breach/domain/incident/commands/change-facts';
import { linkCases } from '../../../../../lambda/breach/domain/incident/commands/link-cases';
import {
  acknowledge,
  markContained,
  note,
  promote,
} from '../../../../../lambda/breach/domain/incident/commands/progress';
import { recordSending } from '../../../../../lambda/breach/domain/incident/commands/record-sending';
import { stateHold } from '../../../../../lambda/breach/domain/incident/commands/state-hold';
import type { Incident } from '../../../../../lambda/breach/domain/incident/incident';
import { parseCivilDate } from '../../../../../lambda/shared/calendar/civil-date';
import { lowProbability } from '../../use-cases/memory/assessments';
import { AT, applied, BY, citationsOf, newCase, reasonOf, TODAY } from './cases';

const PROOF = { sha256: null, reference: 'Register of outgoing mail, volume 3.' };
const day = parseCivilDate;

describe('facts of a case', () => {
  it('move day 0 earlier and never later', () => {
    const incident = newCase();
    const earlier = applied(incident, changeFacts(incident, { discoveredOn: '2026-03-01' }, BY, TODAY));
    expect(earlier.facts.discoveredOn).toBe('2026-03-01');
    const later = changeFacts(earlier, { discoveredOn: '2026-03-03' }, BY, TODAY);
    expect(citationsOf(later)).toEqual(['45 CFR 164.404(a)(2)']);
  });

  it('are refused where dropping a business associate would move day 0 later', () => {
    const associate = { discoveredOn: '2026-02-01', agent: true, toldUsOn: null };
    const incident = applied(newCase(), changeFacts(newCase(), { businessAssociate: associate }, BY, TODAY));
    expect(citationsOf(changeFacts(incident, { businessAssociate: null }, BY, TODAY))).toEqual([
      '45 CFR 164.404(a)(2)',
    ]);
  });

  it.each([
    [{ sent: [{ id: 'individual-notice', on: '2026-03-04' }] }],
    [{ secured: null }],
    [{ holds: [] }],
    [{ role: 'business-associate' }],
    [{}],
    [null],
    ['text'],
  ])('are refused where a step of its own sets them: %j', (change) => {
    expect(reasonOf(changeFacts(newCase(), change, BY, TODAY))).toContain("'facts' must name some of");
  });

  it('are refused with every problem at once', () => {
    const refusal = reasonOf(
      changeFacts(newCase(), { affected: [{ jurisdiction: 'XX', count: -1 }] }, BY, TODAY),
    );
    expect(refusal).toContain("'affected[0].jurisdiction'");
    expect(refusal).toContain("'affected[0].count'");
  });

  it('add entries of one State up, so that the item stays small', () => {
    const affected = Array.from({ length: 900 }, () => ({ jurisdiction: 'CA', count: 1 }));
    const incident = applied(newCase(), changeFacts(newCase(), { affected }, BY, TODAY));
    expect(incident.facts.affected).toEqual([{ jurisdiction: 'CA', count: 900 }]);
  });

  it('void an assessment that found no breach', () => {
    const incident = newCase();
    const assessed = applied(
      incident,
      assessCase(incident, lowProbability('2026-03-04'), BY, TODAY, () => 'key'),
    );
    const changed = applied(
      assessed,
      changeFacts(assessed, { affected: [{ jurisdiction: 'CA', count: 5 }] }, BY, TODAY),
    );
    expect(changed).toMatchObject({ assessed: null, facts: { assessment: null } });
  });
});

describe('an assessment', () => {
  it('ends no obligation by a claim that lacks proof', () => {
    const incident = newCase();
    const assessed = applied(
      incident,
      assessCase(incident, lowProbability('2026-03-04', { acquired: '' }), BY, TODAY, () => 'key'),
    );
    expect(assessed.assessed).toMatchObject({ presumption: 'stands', missing: ['factors.acquired'] });
    expect(assessed.facts.assessment).toBeNull();
  });

  it('is refused for a day that has not come', () => {
    const decision = assessCase(newCase(), lowProbability('2026-03-05'), BY, TODAY, () => 'key');
    expect(citationsOf(decision)).toEqual(['45 CFR 164.402 Breach (2)']);
  });

  it('keeps no identifier of a person', () => {
    const incident = newCase();
    const text = 'Sent to 202-555-0143, SSN 987-65-4321.';
    const decision = assessCase(
      incident,
      lowProbability('2026-03-04', { recipient: text }),
      BY,
      TODAY,
      () => 'key',
    );
    expect(JSON.stringify(decision)).not.toMatch(/555-0143|987-65/);
  });
});

describe('a sending', () => {
  const sending = { id: 'individual-notice', on: TODAY, proof: PROOF, despiteHold: null };

  it('is recorded with proof', () => {
    const incident = newCase();
    expect(applied(incident, recordSending(incident, sending, BY, TODAY))).toMatchObject({
      notified: { by: BY },
      facts: { sent: [{ id: 'individual-notice', on: '2026-03-04' }] },
    });
  });

  it.each([
    ['without proof', { proof: { sha256: null, reference: ' ' } }, '45 CFR 164.414(b)'],
    ['with a hash that is none', { proof: { sha256: 'x', reference: null } }, '45 CFR 164.414(b)'],
    ['on a day to come', { on: day('2026-03-05') }, '45 CFR 164.414(b)'],
    ['before day 0', { on: day('2026-03-03') }, '45 CFR 164.404(a)(2)'],
    ['of what nobody is owed', { id: 'media-notice:CA' }, null],
  ])('is refused %s', (_, change, citation) => {
    expect(citationsOf(recordSending(newCase(), { ...sending, ...change }, BY, TODAY))).toEqual([citation]);
  });

  it('is refused while law enforcement holds it, unless somebody says why', () => {
    const incident = newCase();
    const hold = { kind: 'oral', statedOn: TODAY, until: null, official: null } as const;
    const held = applied(incident, stateHold(incident, hold, BY, TODAY));
    expect(citationsOf(recordSending(held, sending, BY, TODAY))).toEqual(['45 CFR 164.412']);
    const despite = { ...sending, despiteHold: 'The letters had left before the call.' };
    expect(recordSending(held, despite, BY, TODAY).outcome).toBe('accepted');
  });

  it('is recorded once', () => {
    const incident = newCase();
    const once = applied(incident, recordSending(incident, sending, BY, TODAY));
    expect(recordSending(once, sending, BY, TODAY)).toEqual({ outcome: 'accepted', events: [] });
  });
});

describe('a hold', () => {
  it.each([
    [{ statedOn: day('2026-03-05'), until: null }],
    [{ statedOn: day('2026-03-04'), until: day('2026-03-03') }],
  ])('is refused where its dates contradict each other: %j', (dates) => {
    const hold = { kind: 'written', official: null, ...dates } as const;
    expect(citationsOf(stateHold(newCase(), hold, BY, TODAY))).toEqual(['45 CFR 164.412']);
  });
});

describe('marks', () => {
  it('can be set in any order, and each but once', () => {
    const contained = applied(newCase(), markContained(newCase(), 'Access removed.', BY));
    const acknowledged = applied(contained, acknowledge(contained, BY));
    expect(acknowledged).toMatchObject({ contained: { by: BY }, acknowledged: { by: BY } });
    expect(acknowledge(acknowledged, BY)).toEqual({ outcome: 'accepted', events: [] });
  });

  it('keep a note without identifiers of people', () => {
    const decision = note(newCase(), 'Call 202-555-0143 \ud800.', BY);
    expect(decision).toMatchObject({ events: [{ text: expect.stringContaining('[PHONE]') }] });
  });

  it('promote a review with the day of its discovery', () => {
    const review = newCase({}, 'review');
    const promoted = applied(review, promote(review, 'It was real.', BY), '2026-03-20T00:00:00.000Z');
    expect(promoted).toMatchObject({
      state: 'open',
      discoveredAt: review.discoveredAt,
      facts: { discoveredOn: '2026-03-04' },
    });
  });
});

describe('linked cases', () => {
  const OTHER = 'inc-00000000000000000000000000000002';

  it('carry on with the earliest discovery, whichever is carried on', () => {
    const early = newCase({ discoveredOn: day('2026-02-01') }, 'open', OTHER);
    const late = newCase();
    for (const [from, into] of [
      [early, late],
      [late, early],
    ] as const) {
      const decision = linkCases(from, into, BY, TODAY);
      expect(applied(into, decision.into).facts.discoveredOn).toBe('2026-02-01');
      expect(applied(from, decision.from)).toMatchObject({ state: 'linked', linkedTo: into.id });
    }
  });

  it('add people up, and lose no State where one case has not counted', () => {
    const california = newCase({ affected: [{ jurisdiction: 'CA', count: 300 }] as never });
    const also = newCase({ affected: [{ jurisdiction: 'CA', count: 201 }] as never }, 'open', OTHER);
    expect(applied(california, linkCases(also, california, BY, TODAY).into).facts.affected).toEqual([
      { jurisdiction: 'CA', count: 501 },
    ]);
    const unknown = newCase({}, 'open', OTHER);
    expect(applied(california, linkCases(unknown, california, BY, TODAY).into).facts.affected).toEqual([
      { jurisdiction: 'CA', count: null },
    ]);
  });

  it('take nothing as sent for both, and no assessment as made for both', () => {
    const incident = newCase();
    const assessed = applied(
      incident,
      assessCase(incident, lowProbability('2026-03-04'), BY, TODAY, () => 'key'),
    );
    const other = newCase({ sent: [{ id: 'individual-notice', on: TODAY }] }, 'open', OTHER);
    expect(applied(assessed, linkCases(other, assessed, BY, TODAY).into)).toMatchObject({
      assessed: null,
      facts: { sent: [], assessment: null },
    });
  });

  it('keep of every fact what asks for more, whichever case knows it', () => {
    const associate = { discoveredOn: day('2026-03-03'), agent: true, toldUsOn: null };
    const knowing = newCase({
      unreachable: 4,
      businessAssociate: associate,
      phiTypes: ['name'],
      agreementDays: 10,
      facility: { jurisdiction: 'CA' } as never,
    });
    const other = newCase(
      { unreachable: 7, businessAssociate: { ...associate, agent: false }, agreementDays: 30 },
      'open',
      OTHER,
    );
    for (const [from, into] of [
      [knowing, other],
      [other, knowing],
    ] as const) {
      expect(applied(into, linkCases(from, into, BY, TODAY).into).facts).toMatchObject({
        unreachable: 11,
        businessAssociate: { agent: true },
        phiTypes: [],
        agreementDays: 10,
        facility: { jurisdiction: 'CA' },
      });
    }
  });

  it('owe their notices to the people of the other case, by the same date', () => {
    const told = newCase({
      affected: [{ jurisdiction: 'CA', count: 600 }] as never,
      sent: [{ id: 'individual-notice', on: TODAY }],
    });
    const into = applied(told, linkCases(newCase({}, 'open', OTHER), told, BY, TODAY).into);
    const owed = openObligations(into, TODAY).map(({ id, due }) => [id, due]);
    expect(owed).toContainEqual(['individual-notice', '2026-05-03']);
    expect(owed).toContainEqual(['hhs-notice', TODAY]);
    const both = {
      ...into,
      facts: { ...into.facts, sent: [...into.facts.sent, { id: 'hhs-notice', on: TODAY }] },
    };
    const again = { ...both, sendAgain: ['individual-notice', 'hhs-notice'] };
    expect(openObligations(again, day('2026-03-05')).find(({ id }) => id === 'hhs-notice')).toMatchObject({
      due: TODAY,
      status: 'overdue',
    });
  });

  it('are refused while the one that ends is held and the other is not', () => {
    const hold = { kind: 'written', statedOn: TODAY, until: day('2026-06-01'), official: null } as const;
    const held = newCase({ holds: [hold] });
    const other = newCase({}, 'open', OTHER);
    expect(citationsOf(linkCases(held, other, BY, TODAY).into)).toEqual(['45 CFR 164.412']);
    expect(citationsOf(linkCases(held, other, BY, day('2026-06-01')).into)).toBeUndefined();
    expect(citationsOf(linkCases(held, { ...other, facts: held.facts }, BY, TODAY).into)).toBeUndefined();
    expect(citationsOf(linkCases(other, held, BY, TODAY).into)).toBeUndefined();
  });

  it.each(['started', 'undo-started'] as const)(
    'are refused while nobody knows how an action ended that was %s',
    (state) => {
      const record = { id: 'a', kind: 'restart-trail', target: BY, startedAt: AT, by: BY, before: 'key' };
      const acting = { ...newCase(), containment: [{ ...record, state } as const] } as Incident;
      const decision = linkCases(acting, newCase({}, 'open', OTHER), BY, TODAY);
      expect(citationsOf(decision.into)).toEqual(['45 CFR 164.308(a)(6)(ii)']);
      expect(citationsOf(decision.from)).toEqual(['45 CFR 164.308(a)(6)(ii)']);
    },
  );

  it('are refused for a case and itself, and for what is closed or linked', () => {
    const incident = newCase();
    expect(reasonOf(linkCases(incident, incident, BY, TODAY).into)).toContain('another case');
    const linked = applied(incident, linkCases(incident, newCase({}, 'open', OTHER), BY, TODAY).from);
    expect(reasonOf(linkCases(linked, newCase({}, 'open', OTHER), BY, TODAY).into)).toContain(OTHER);
  });
});
