import type { ApiCall } from '../event/api-call';
import type { CallJudge } from '../judge/call-judges';
import type { Signal, SignalRow } from '../judgement';

/** A signal that is recognized in API calls. */
export interface CallRow extends SignalRow<ApiCall> {
  /** The calls it concerns, as `service:eventname` in lower case, the name without a version. */
  readonly calls: readonly string[];
}

/** By call, as `service:EventName`, how the signal is recognized in it. */
export type CallTable = Readonly<Record<string, CallJudge>>;

/** A row from what it is and how it is recognized. */
export function callRow(signal: Signal, table: CallTable): CallRow {
  const judges = new Map(Object.entries(table).map(([call, judge]) => [call.toLowerCase(), judge]));
  return { ...signal, calls: [...judges.keys()], judge: (call) => judges.get(keyOf(call))?.(call) };
}

/** The same judge for several calls of one service. */
export function each(service: string, names: readonly string[], judge: CallJudge): CallTable {
  return Object.fromEntries(names.map((name) => [`${service}:${name}`, judge]));
}

/** The name under which a call is looked up. Casing is no difference. */
export function keyOf(call: Pick<ApiCall, 'service' | 'name'>): string {
  return `${call.service}:${call.name.toLowerCase()}`;
}
