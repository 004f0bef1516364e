import fc from 'fast-check';
import { computeDeadlines } from '../../../../../lambda/breach/domain/deadlines/compute-deadlines';
import { applyEvent } from '../../../../../lambda/breach/domain/incident/apply-event';
import type { CaseEvent } from '../../../../../lambda/breach/domain/incident/case-event';
import { unknownFacts } from '../../../../../lambda/breach/domain/incident/case-facts';
import {
  beginCase,
  continueCase,
  isOpening,
} from '../../../../../lambda/breach/domain/incident/chain-events';
import { closeRefusals } from '../../../../../lambda/breach/domain/incident/close-guard';
import { assessCase } from '../../../../../lambda/breach/domain/incident/commands/assess-case';
import { changeFacts } from '../../../../../lambda/breach/domain/incident/commands/change-facts';
import { close } from '../../../../../lambda/breach/domain/incident/commands/close';
import { linkCases } from '../../../../../lambda/breach/domain/incident/commands/link-cases';
import {
  acknowledge,
  dismiss,
  markContained,
  note,
  promote,
  reopen,
} from '../../../../../lambda/breach/domain/incident/commands/progress';
import { recordSending } from '../../../../../lambda/breach/domain/incident/commands/record-sending';
import { settleObligation } from '../../../../../lambda/breach/domain/incident/commands/settle-obligation';
import { stateHold } from '../../../../../lambda/breach/domain/incident/commands/state-hold';
import { accepted, type Decision } from '../../../../../lambda/breach/domain/incident/decision';
import { openCase } from '../../../../../lambda/breach/domain/incident/fold-signals';
import type { Incident } from '../../../../../lambda/breach/domain/incident/incident';
import { obligationKey } from '../../../../../lambda/breach/domain/incident/obligation-key';
import type { TimelineEntry } from '../../../../../lambda/breach/domain/register/timeline-entry';
import { readLine } from '../../../../../lambda/shared/audit-chain/read-line';
import { genesisOf } from '../../../../../lambda/shared/audit-chain/record';
import { addDays } from '../../../../../lambda/shared/calendar/calendar-days';
import type { CivilDate } from '../../../../../lambda/shared/calendar/civil-date';
import { breach, lowProbability, secured } from '../../use-cases/memory/assessments';
import { AT, BY, ID, newCase, signalFact, TODAY } from './cases';

type Step = (incident: Incident, today: CivilDate, at: string) => Decision;

const dates = fc.integer({ min: -40, max: 5 }).map((days) => addDays(TODAY, days));
const states = fc.constantFrom('CA', 'NY', 'TX', 'WY', 'GU');
const counts = fc.option(fc.integer({ min: 0, max: 900 }), { nil: null });
const PROOF = { sha256: 'b'.repeat(64), reference: null };

/** Any step that a signal, a person or the clock can take, in any order. */
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({
      severity: fc.constantFrom('critical', 'high', 'medium', 'low'),
      verdict: fc.constantFrom('incident', 'review'),
      number: fc.nat(60),
    })
    .map(
      ({ severity, verdict, number }): Step =>
        ({ state }, today, at) =>
          state === 'open' || state === 'review'
            ? accepted({
                type: 'signal-joined',
                signal: signalFact({ severity, verdict, signal: `signal-${number}` } as never),
                discoveredAt: at,
                discoveredOn: today,
              })
            : accepted(),
    ),
  fc.constant<Step>((incident) => acknowledge(incident, BY)),
  fc.constant<Step>((incident) => markContained(incident, null, BY)),
  fc.constant<Step>((incident) => promote(incident, 'Real.', BY)),
  fc.constant<Step>((incident) => dismiss(incident, 'Nothing.', BY)),
  fc.constant<Step>((incident) => reopen(incident, 'Again.', BY)),
  fc.string({ maxLength: 60, unit: 'binary' }).map(
    (text): Step =>
      (incident) =>
        note(incident, text, BY),
  ),
  dates.map(
    (discoveredOn): Step =>
      (incident, today) =>
        changeFacts(incident, { discoveredOn }, BY, today),
  ),
  fc.array(fc.record({ jurisdiction: states, count: counts }), { maxLength: 4 }).map(
    (affected): Step =>
      (incident, today) =>
        changeFacts(incident, { affected }, BY, today),
  ),
  fc.record({ discoveredOn: dates, agent: fc.boolean(), toldUsOn: fc.option(dates, { nil: null }) }).map(
    (businessAssociate): Step =>
      (incident, today) =>
        changeFacts(incident, { businessAssociate }, BY, today),
  ),
  fc
    .constantFrom(lowProbability, breach, secured, (day: string) => lowProbability(day, { nature: '' }))
    .map(
      (make): Step =>
        (incident, today) =>
          assessCase(incident, make(today), BY, today, () => 'key'),
    ),
  fc
    .record({
      kind: fc.constantFrom('oral', 'written'),
      statedOn: dates,
      until: fc.option(dates, { nil: null }),
    })
    .map(
      (hold): Step =>
        (incident, today) =>
          stateHold(incident, { official: null, ...hold } as never, BY, today),
    ),
  fc.nat(20).map(
    (number): Step =>
      (incident, today) => {
        const all = computeDeadlines({ ...incident.facts, asOf: today }).obligations;
        const owed = all[number % Math.max(1, all.length)];
        const id = owed === undefined ? 'individual-notice' : obligationKey(owed);
        return owed?.status === 'check'
          ? settleObligation(incident, id, 'Counsel found that it is not owed.', BY, today)
          : recordSending(
              incident,
              { id, on: today, proof: PROOF, despiteHold: 'Decided by counsel.' },
              BY,
              today,
            );
      },
  ),
  fc.record({ discoveredOn: dates, state: fc.constantFrom('open', 'review'), number: fc.nat(9) }).map(
    ({ discoveredOn, state, number }): Step =>
      (incident, today) =>
        linkCases(
          newCase({ discoveredOn }, state as 'open', `inc-1000000000000000000000000000000${number}`),
          incident,
          BY,
          today,
        ).into,
  ),
  fc.constant<Step>((incident, today) => close(incident, BY, today)),
  fc.constant<Step>((incident, _, at) =>
    incident.closed === null
      ? accepted()
      : accepted({ type: 'evidence-locked', until: at.slice(0, 10), objects: 1 }),
  ),
  fc.constant<Step>(() => accepted({ type: 'escalated' })),
);

interface Run {
  readonly history: readonly {
    readonly before: Incident;
    readonly decision: Decision;
    readonly after: Incident;
    readonly today: CivilDate;
  }[];
  readonly entries: readonly TimelineEntry[];
  readonly last: Incident;
}

function run(taken: readonly Step[], state: 'open' | 'review'): Run {
  const begun = beginCase(
    ID,
    {
      type: 'opened',
      state,
      signal: signalFact(),
      discoveredAt: AT,
      facts: unknownFacts('covered-entity', TODAY),
      relatedTo: null,
    },
    [],
    AT,
  );
  const history: { before: Incident; decision: Decision; after: Incident; today: CivilDate }[] = [];
  const entries = [...begun.entries];
  let incident = begun.incident;
  for (const [index, step] of taken.entries()) {
    const today = addDays(TODAY, index);
    const at = `${today}T16:00:00.000Z`;
    const decision = step(incident, today, at);
    const events =
      decision.outcome === 'accepted' ? decision.events.filter((event) => !isOpening(event)) : [];
    const write = continueCase(incident, events, at);
    entries.push(...write.entries);
    history.push({ before: incident, decision, after: write.incident, today });
    incident = events.length === 0 ? incident : write.incident;
  }
  return { history, entries, last: incident };
}

const runs = fc
  .tuple(
    fc.array(steps, { minLength: 1, maxLength: 40 }),
    fc.constantFrom<'open' | 'review'>('open', 'review'),
  )
  .map(([taken, state]) => run(taken, state));

describe('a case, whatever is done with it in whatever order', () => {
  it('never moves day 0 later', () => {
    fc.assert(
      fc.property(runs, ({ history }) => {
        for (const { before, after, today } of history) {
          const zero = ({ facts }: Incident) => computeDeadlines({ ...facts, asOf: today }).dayZero;
          expect(zero(after) <= zero(before)).toBe(true);
          expect(after.discoveredAt <= before.discoveredAt).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is closed only where nothing stands against it', () => {
    let closings = 0;
    fc.assert(
      fc.property(runs, ({ history }) => {
        for (const { before, after, today } of history) {
          if (before.state !== 'closed' && after.state === 'closed') {
            closings += 1;
            expect(closeRefusals(before, today)).toEqual([]);
            expect(before.state).toBe('open');
            expect(after.closed?.retainUntil).toBe(addDays(today, 2192));
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(closings).toBeGreaterThan(0);
  });

  it('refuses with a reason and changes nothing then', () => {
    fc.assert(
      fc.property(runs, ({ history }) => {
        for (const { before, decision, after } of history) {
          if (decision.outcome === 'refused') {
            expect(decision.refusals.length).toBeGreaterThan(0);
            expect({ ...after, version: before.version }).toEqual(before);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the fold of its timeline, which is one unbroken chain', () => {
    fc.assert(
      fc.property(runs, ({ entries, last }) => {
        let prev = genesisOf(ID);
        let folded: Incident | undefined;
        for (const { line } of entries) {
          const record = readLine(line);
          if ('problem' in record) throw new Error(record.problem);
          expect(record.prev).toBe(prev);
          prev = record.hash;
          const event = record.body as CaseEvent;
          const head = { chain: ID, seq: record.seq, hash: record.hash };
          folded = isOpening(event)
            ? { ...openCase(event, ID, record.at), version: last.version, head }
            : folded && { ...applyEvent(folded, event, record.at), head };
        }
        expect(folded).toEqual(last);
        expect(last.head.hash).toBe(prev);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no way out of a case that is carried on in another', () => {
    const linked: Incident = {
      ...newCase(),
      state: 'linked',
      linkedTo: 'inc-00000000000000000000000000000009',
    };
    fc.assert(
      fc.property(steps, (step) => {
        const decision = step(linked, TODAY, AT);
        expect(
          decision.outcome === 'refused' || decision.events.every(({ type }) => type === 'escalated'),
        ).toBe(true);
      }),
    );
  });
});

describe('the item of a case', () => {
  it('stays below 400 KB however long the case runs and whatever is written into it', () => {
    const long = '\u20ac'.repeat(600);
    const longest = '\u20ac'.repeat(4000);
    let incident = newCase();
    for (let round = 0; round < 310; round += 1) {
      const today = addDays(TODAY, round);
      const at = `${today}T16:00:00.000Z`;
      const text = round === 309 ? longest : 'Documented.';
      const factors = { nature: text, recipient: text, acquired: text, mitigation: text };
      const decisions: readonly Decision[] = [
        accepted({
          type: 'signal-joined',
          signal: signalFact({ signal: `signal-${round}` }),
          discoveredAt: at,
          discoveredOn: today,
        }),
        changeFacts(
          incident,
          {
            affected: [{ jurisdiction: ['CA', 'NY', 'TX'][round % 3], count: round }],
            ...(round === 0
              ? { phiTypes: Array.from({ length: 200 }, (_, n) => `${n}${'\u20ac'.repeat(90)}`) }
              : {}),
          },
          BY,
          today,
        ),
        stateHold(incident, { kind: 'written', statedOn: today, until: null, official: long }, BY, today),
        settleObligation(incident, 'state:WY:not-modelled', long, BY, today),
        recordSending(
          incident,
          { id: 'individual-notice', on: today, proof: { sha256: null, reference: long }, despiteHold: long },
          BY,
          today,
        ),
        accepted({
          type: 'containment-started',
          by: BY,
          record: {
            id: `${round}`,
            kind: 'restart-trail',
            target: BY,
            state: 'undone',
            startedAt: at,
            by: BY,
            before: 'k'.repeat(100),
          },
        }),
        accepted({ type: 'reminded', marks: { [`individual-notice@${today}`]: 7 } }),
        assessCase(incident, lowProbability(today, factors), BY, today, () => 'key'),
        linkCases(newCase({}, 'open', `inc-${String(round).padStart(32, '0')}`), incident, BY, today).into,
      ];
      for (const decision of decisions) {
        const bounded = decision.outcome === 'accepted' ? decision.events : [];
        const events = bounded.filter(
          (event) => !isOpening(event) && !(event.type === 'containment-started' && round >= 50),
        );
        incident = continueCase(incident, events as never, at).incident;
      }
    }
    expect(Buffer.byteLength(JSON.stringify(incident))).toBeLessThan(400_000);
    expect(Buffer.byteLength(JSON.stringify(incident))).toBeGreaterThan(50_000);
  });
});
