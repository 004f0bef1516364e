import { openIncident } from '../../../lambda/breach/use-cases/open-incident';
import { UsageError } from '../../commands/command';
import { parseOptions } from '../../commands/parse-options';
import { printable } from '../../report/printable';
import { choiceOf } from '../answer';
import { askReport, REPORT_TYPES, type ReportDraft } from '../ask-report';
import { COMMON_OPTIONS } from '../common-options';
import { FACT_HELP, FACT_OPTIONS, factsOf, reviewPhiTypes } from '../facts-input';
import { readJson } from '../read-json';
import { MOST, reviewOptional, saysYes } from '../review-text';
import { dayOf, type Session, startSession } from '../session';
import { tellStep } from '../step';
import type { Subcommand } from '../subcommand';

/** Facts that have a step of their own, with its proof. */
const STEPS = ['holds', 'sent', 'secured', 'excluded', 'assessment'];

/**
 * Opens an incident that a person reports.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export const openSubcommand: Subcommand = {
  name: 'open',
  summary: 'opens an incident that a person reports: a lost laptop, misdirected mail, a vendor’s call',
  synopsis: '[--type TYPE --discovered-on DATE …] [--file FILE|-]',
  details: `At a terminal it asks one by one for what was not given; elsewhere options or a file have to say it.

  --type TYPE           ${REPORT_TYPES.slice(0, 5).join(', ')},
                        ${REPORT_TYPES.slice(5).join(', ')}
${FACT_HELP}
  --source TEXT         who or what told of it, in a few words and without names of people
  --file FILE           the same as a JSON object: facts as in docs/deadlines.md, with type and source beside them`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident open', args, {
      ...COMMON_OPTIONS,
      ...FACT_OPTIONS,
      type: { type: 'string' },
      source: { type: 'string' },
      file: { type: 'string' },
    });
    const [surplus] = positionals;
    if (surplus !== undefined) {
      throw new UsageError(`'incident open' must stand without a name, got: '${printable(surplus)}'`);
    }
    const session = startSession(values, tools, 'writes');
    const written = values.file === undefined ? {} : await readJson(values.file, session.surroundings);
    const given = draftOf(written, values.type, values.source, factsOf(values));
    const asks = session.dialogue.interactive && values.file === undefined && !session.yes;
    if (!asks) demandComplete(given);
    const desk = await session.desk();
    const today = dayOf(desk);
    const draft = asks ? await askReport(given, today, session.dialogue) : given;
    if (draft.type === undefined) throw new UsageError("'--type' must be given, got: nothing");
    const report = {
      type: draft.type,
      facts: { ...draft.facts, phiTypes: await reviewPhiTypes(draft.facts.phiTypes, session) },
      source: await reviewOptional('source', draft.source, MOST.source, session),
    };
    if (asks) await demandYes(session);
    const outcome = await openIncident(report, desk.by, desk);
    if (outcome.outcome === 'refused') {
      throw new UsageError(outcome.refusals.map(({ reason }) => reason).join('\n'));
    }
    const done = 'Opened; the people who are on duty are told.';
    return tellStep(outcome, { command: 'open', done }, session, desk);
  },
};

function draftOf(
  written: Readonly<Record<string, unknown>>,
  type: string | undefined,
  source: string | undefined,
  options: Readonly<Record<string, unknown>>,
): ReportDraft {
  const { type: writtenType, source: writtenSource, ...facts } = written;
  const early = STEPS.find((step) => facts[step] !== undefined);
  if (early !== undefined) {
    throw new UsageError(`'${early}' must be recorded by its own step once the incident is open`);
  }
  const kind = type ?? textIn('type', writtenType);
  return {
    type: kind === undefined ? undefined : choiceOf('--type', REPORT_TYPES)(kind),
    facts: { ...facts, ...options },
    source: source ?? textIn('source', writtenSource),
  };
}

function textIn(field: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new UsageError(`'${field}' must be a text, got: something else`);
  return value;
}

function demandComplete({ type, facts }: ReportDraft): void {
  const missing = [
    ...(type === undefined ? ['--type'] : []),
    ...(facts.discoveredOn === undefined ? ['--discovered-on'] : []),
  ];
  if (missing.length > 0) {
    throw new UsageError(`${missing.join(' and ')} must be given where nobody can be asked, got: nothing`);
  }
}

async function demandYes({ dialogue }: Session): Promise<void> {
  if (!(await saysYes(dialogue, 'Open the incident, and tell the people who are on duty? (yes/no)'))) {
    throw new UsageError('Nothing was recorded.');
  }
}
