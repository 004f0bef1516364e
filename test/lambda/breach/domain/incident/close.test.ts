import { assessCase } from '../../../../../lambda/breach/domain/incident/commands/assess-case';
import { changeFacts } from '../../../../../lambda/breach/domain/incident/commands/change-facts';
import { close } from '../../../../../lambda/breach/domain/incident/commands/close';
import { promote, reopen } from '../../../../../lambda/breach/domain/incident/commands/progress';
import { recordSending } from '../../../../../lambda/breach/domain/incident/commands/record-sending';
import { settleObligation } from '../../../../../lambda/breach/domain/incident/commands/settle-obligation';
import type { Incident } from '../../../../../lambda/breach/domain/incident/incident';
import { parseCivilDate } from '../../../../../lambda/shared/calendar/civil-date';
import { breach, lowProbability, secured } from '../../use-cases/memory/assessments';
import { AT, applied, BY, citationsOf, newCase, reasonOf, TODAY } from './cases';

const PROOF = { sha256: 'a'.repeat(64), reference: null };

function assessed(incident: Incident, input: ReturnType<typeof lowProbability>): Incident {
  return applied(
    incident,
    assessCase(incident, input, BY, TODAY, () => 'key'),
  );
}

function sent(incident: Incident, id: string): Incident {
  return applied(
    incident,
    recordSending(incident, { id, on: TODAY, proof: PROOF, despiteHold: null }, BY, TODAY),
  );
}

describe('closing a case', () => {
  it('is refused while nobody has assessed it', () => {
    const decision = close(newCase(), BY, TODAY);
    expect(citationsOf(decision)).toContain('45 CFR 164.402 Breach (2)');
    expect(reasonOf(decision)).toContain(
      'factors.nature, factors.recipient, factors.acquired, factors.mitigation',
    );
  });

  it.each(['nature', 'recipient', 'acquired', 'mitigation'] as const)(
    'is refused with the paragraph of the factor %s where it is missing',
    (factor) => {
      const incident = assessed(newCase(), lowProbability('2026-03-04', { [factor]: 'TBD' }));
      const number = { nature: 'i', recipient: 'ii', acquired: 'iii', mitigation: 'iv' }[factor];
      expect(citationsOf(close(incident, BY, TODAY))).toContain(`45 CFR 164.402 Breach (2)(${number})`);
      expect(citationsOf(close(incident, BY, TODAY))).toContain('45 CFR 164.404(b)');
    },
  );

  it('holds with four factors that show a low probability, and keeps the case for six years', () => {
    const incident = assessed(newCase(), lowProbability('2026-03-04'));
    expect(close(incident, BY, TODAY)).toEqual({
      outcome: 'accepted',
      events: [{ type: 'closed', by: BY, retainUntil: '2032-03-04' }],
    });
  });

  it('is refused for secured information without evidence of the key', () => {
    const incident = assessed(newCase(), secured('2026-03-04', null));
    expect(citationsOf(close(incident, BY, TODAY))).toContain(
      '45 CFR 164.402 Unsecured protected health information',
    );
    expect(close(assessed(newCase(), secured('2026-03-04')), BY, TODAY).outcome).toBe('accepted');
  });

  it('is refused for a breach until every notice is recorded as sent', () => {
    const counted = applied(
      newCase(),
      changeFacts(newCase(), { affected: [{ jurisdiction: 'GU', count: 500 }] }, BY, TODAY),
    );
    let incident = applied(
      assessed(counted, breach('2026-03-04')),
      settleObligation(counted, 'state:GU:not-modelled', 'Counsel: not owed there.', BY, TODAY),
    );
    expect(citationsOf(close(incident, BY, TODAY))).toEqual(['45 CFR 164.408(b)', '45 CFR 164.404(b)']);
    incident = sent(incident, 'individual-notice');
    expect(citationsOf(close(incident, BY, TODAY))).toEqual(['45 CFR 164.408(b)']);
    expect(close(sent(incident, 'hhs-notice'), BY, TODAY).outcome).toBe('accepted');
  });

  it('is refused for a breach while nobody has said where the affected people live', () => {
    const notices = ['individual-notice', 'hhs-notice'].reduce(
      sent,
      assessed(newCase(), breach('2026-03-04')),
    );
    expect(citationsOf(close(notices, BY, TODAY))).toEqual(['45 CFR 164.406']);
    expect(
      close(assessed(newCase({ role: 'business-associate' }), breach('2026-03-04')), BY, TODAY),
    ).not.toMatchObject({ refusals: [{}, {}] });
  });

  it('is refused while people were added since a notice was sent, until they are told too', () => {
    const affected = (count: number) => [{ jurisdiction: 'GU', count }] as const;
    const told = ['individual-notice', 'hhs-annual-log'].reduce(
      sent,
      assessed(newCase({ affected: affected(10) as never }), breach('2026-03-04')),
    );
    const settled = applied(
      told,
      settleObligation(told, 'state:GU:not-modelled', 'Counsel: not owed there.', BY, TODAY),
    );
    expect(close(settled, BY, TODAY).outcome).toBe('accepted');
    const change = (count: number) =>
      applied(settled, changeFacts(settled, { affected: affected(count) }, BY, TODAY));
    expect(close(change(9), BY, TODAY).outcome).toBe('accepted');
    const more = change(400);
    expect(citationsOf(close(more, BY, TODAY))).toEqual(['45 CFR 164.404(b)', '45 CFR 164.408(c)']);
    expect(reasonOf(close(more, BY, TODAY))).toContain('before people were added');
    const again = ['individual-notice', 'hhs-annual-log'].reduce(sent, more);
    expect(close(again, BY, TODAY).outcome).toBe('accepted');
  });

  it('is refused while a State without a modelled rule is undecided, and holds once a person has found out', () => {
    const wyoming = applied(
      newCase(),
      changeFacts(newCase(), { affected: [{ jurisdiction: 'WY', count: 3 }] }, BY, TODAY),
    );
    const incident = assessed(wyoming, lowProbability('2026-03-04'));
    expect(citationsOf(close(incident, BY, TODAY))).toEqual(['law of Wyoming']);
    const id = 'state:WY:not-modelled';
    expect(reasonOf(settleObligation(incident, id, 'unknown', BY, TODAY))).toContain('why it is not owed');
    const settled = applied(
      incident,
      settleObligation(incident, id, 'Counsel: no personal identifying information.', BY, TODAY),
    );
    expect(close(settled, BY, TODAY).outcome).toBe('accepted');
  });

  it('never lets a person settle what a rule says is owed', () => {
    const incident = assessed(newCase(), breach('2026-03-04'));
    expect(citationsOf(settleObligation(incident, 'individual-notice', 'We think not.', BY, TODAY))).toEqual([
      '45 CFR 164.404(b)',
    ]);
  });

  it('is refused while an action to contain has no known end', () => {
    const incident = assessed(newCase(), lowProbability('2026-03-04'));
    const record = {
      id: 'a',
      kind: 'restart-trail',
      target: 'tok-abcdefghijklmnopabcd',
      state: 'started',
      startedAt: AT,
      by: BY,
      before: 'key',
    } as const;
    const begun = applied(incident, {
      outcome: 'accepted',
      events: [{ type: 'containment-started', by: BY, record }],
    });
    expect(citationsOf(close(begun, BY, TODAY))).toEqual(['45 CFR 164.308(a)(6)(ii)']);
  });

  it('does not ask for an order: what was contained is a mark of its own', () => {
    const incident = assessed(newCase(), lowProbability('2026-03-04'));
    expect(incident.contained).toBeNull();
    expect(close(incident, BY, TODAY).outcome).toBe('accepted');
  });

  it('is refused for a review, a closed case and twice', () => {
    const review = newCase({}, 'review');
    expect(reasonOf(close(review, BY, TODAY))).toContain("'state' must be open");
    const open = assessed(newCase(), lowProbability('2026-03-04'));
    const closed = applied(open, close(open, BY, TODAY));
    expect(reasonOf(close(closed, BY, TODAY))).toContain('reopen it first');
  });

  it('can be undone, and then takes the obligations up again and ends later', () => {
    const open = assessed(newCase(), lowProbability('2026-03-04'));
    const closed = applied(open, close(open, BY, TODAY));
    const reopened = applied(closed, reopen(closed, 'New findings.', BY));
    expect(reopened).toMatchObject({ state: 'open', closed: null });
    const later = parseCivilDate('2026-05-04');
    expect(applied(reopened, close(reopened, BY, later)).closed?.retainUntil).toBe('2032-05-04');
  });

  it('needs a reason to promote, dismiss or reopen', () => {
    expect(reasonOf(promote(newCase({}, 'review'), '  ', BY))).toContain('must say something');
  });
});
