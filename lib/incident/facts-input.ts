import { isJurisdiction } from '../../lambda/breach/domain/deadlines/jurisdictions';
import { phiTypeRow } from '../../lambda/breach/domain/deadlines/phi-types';
import { UsageError } from '../commands/command';
import { printable } from '../report/printable';
import { optionalDate } from './answer';
import { civilDateIn } from './common-options';
import { reviewText } from './review-text';
import type { Session } from './session';

/** Options that set facts of a case. */
export const FACT_OPTIONS = {
  'discovered-on': { type: 'string' },
  'occurred-on': { type: 'string' },
  affected: { type: 'string', multiple: true },
  unreachable: { type: 'string' },
  phi: { type: 'string', multiple: true },
  'associate-discovered-on': { type: 'string' },
  'associate-agent': { type: 'boolean' },
  'associate-told-on': { type: 'string' },
  facility: { type: 'string' },
} as const;

/** {@link FACT_OPTIONS} as they were given. */
export interface FactValues {
  readonly 'discovered-on'?: string | undefined;
  readonly 'occurred-on'?: string | undefined;
  readonly affected?: readonly string[] | undefined;
  readonly unreachable?: string | undefined;
  readonly phi?: readonly string[] | undefined;
  readonly 'associate-discovered-on'?: string | undefined;
  readonly 'associate-agent'?: boolean | undefined;
  readonly 'associate-told-on'?: string | undefined;
  readonly facility?: string | undefined;
}

/** What help says of {@link FACT_OPTIONS}. */
export const FACT_HELP = `  --discovered-on DATE  the first day on which it was known, or would have been with reasonable diligence
  --occurred-on DATE    the day it happened
  --affected STATES     people by State, like CA=300,NY=unknown; unknown while nobody knows any of it
  --unreachable N       people whose address is missing or wrong
  --phi TYPES           types of information, like name,ssn,diagnosis
  --associate-discovered-on DATE, --associate-told-on DATE, --associate-agent
                        when a business associate discovered it, when it told us, and whether it is our agent
  --facility STATE      where the licensed facility is`;

/** Facts as they stand in JSON, of those options that were given. @throws UsageError where one cannot be */
export function factsOf(values: FactValues): Readonly<Record<string, unknown>> {
  const discovered = values['discovered-on'];
  const occurred = values['occurred-on'];
  const { affected, unreachable, phi, facility } = values;
  const associate = associateOf(values);
  return {
    ...(discovered !== undefined && { discoveredOn: civilDateIn('--discovered-on', discovered) }),
    ...(occurred !== undefined && { occurredOn: optionalDate('--occurred-on')(occurred) }),
    ...(affected !== undefined && { affected: affectedOf(affected.join(',')) }),
    ...(unreachable !== undefined && { unreachable: countOf('--unreachable', unreachable) }),
    ...(phi !== undefined && { phiTypes: phiTypesOf(phi.join(',')) }),
    ...(associate !== undefined && { businessAssociate: associate }),
    ...(facility !== undefined && { facility: { jurisdiction: stateOf('--facility', facility) } }),
  };
}

function associateOf(values: FactValues): object | undefined {
  const discovered = values['associate-discovered-on'];
  const told = values['associate-told-on'];
  if (discovered === undefined) {
    if (told !== undefined || values['associate-agent'] !== undefined) {
      throw new UsageError(
        "'--associate-discovered-on' must stand with what else is told of a business associate",
      );
    }
    return undefined;
  }
  return {
    discoveredOn: civilDateIn('--associate-discovered-on', discovered),
    agent: values['associate-agent'] ?? false,
    toldUsOn: told === undefined ? null : civilDateIn('--associate-told-on', told),
  };
}

/** `CA=300, NY=unknown` as entries; nothing and `unknown` as none. @throws UsageError where one cannot be */
export function affectedOf(text: string): readonly { jurisdiction: string; count: number | null }[] {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  if (entries.every((entry) => /^unknown$/i.test(entry))) return [];
  return entries.map((entry) => {
    const [, code, count] = /^([A-Za-z]{2})=(\d{1,10}|unknown)$/i.exec(entry) ?? [];
    if (code === undefined || count === undefined) {
      throw new UsageError(
        `'--affected' must be people by State, like CA=300,NY=unknown, got: '${printable(entry.slice(0, 40))}'`,
      );
    }
    return { jurisdiction: stateOf('--affected', code), count: /^\d/.test(count) ? Number(count) : null };
  });
}

function stateOf(option: string, text: string): string {
  const code = text.toUpperCase();
  if (!isJurisdiction(code)) {
    throw new UsageError(
      `'${option}' must name States, DC or territories by two letters, got: '${printable(text.slice(0, 40))}'`,
    );
  }
  return code;
}

function countOf(option: string, text: string): number {
  if (!/^\d{1,10}$/.test(text)) {
    throw new UsageError(`'${option}' must be a number of people, got: '${printable(text.slice(0, 40))}'`);
  }
  return Number(text);
}

/** `name, ssn` as a list; nothing and `unknown` as none. */
export function phiTypesOf(text: string): readonly string[] {
  const types = text.split(',').map((type) => type.trim());
  return types.filter((type) => type !== '' && !/^unknown$/i.test(type));
}

/** Types of information that are no word of ours are somebody's words, and are shown as they would be kept. */
export async function reviewPhiTypes(phiTypes: unknown, session: Session): Promise<unknown> {
  if (!Array.isArray(phiTypes)) return phiTypes;
  const reviewed: unknown[] = [];
  for (const type of phiTypes) {
    reviewed.push(
      typeof type === 'string' && phiTypeRow(type) === undefined
        ? await reviewText({ field: 'phiTypes', text: type, most: 100 }, session)
        : type,
    );
  }
  return reviewed;
}
