import { asObject, at, type JsonObject } from '../event/json';
import { listOf, textsIn } from '../event/values';

/** One statement of a policy, its lists as lists. */
export interface Statement {
  readonly allows: boolean;
  readonly principal: unknown;
  readonly notPrincipal: unknown;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: JsonObject | undefined;
}

/** The longest policy that is parsed, in UTF-16 units: AWS's own limits are far below. */
const MAX_LENGTH = 200_000;

/** The most statements that are read. */
const MAX_STATEMENTS = 500;

/** The statements of a policy that comes as an object or as JSON, percent-encoded or not; undefined where it cannot be read. */
export function statementsOf(policy: unknown): readonly Statement[] | undefined {
  const document = asObject(typeof policy === 'string' ? parsed(policy) : policy);
  const statements = at(document, 'Statement');
  if (document === undefined || statements === undefined) {
    return undefined;
  }
  return listOf(statements)
    .slice(0, MAX_STATEMENTS)
    .flatMap((entry) => {
      const statement = asObject(entry);
      return statement === undefined ? [] : [statementOf(statement)];
    });
}

function statementOf(statement: JsonObject): Statement {
  return {
    allows: String(at(statement, 'Effect')).toLowerCase() === 'allow',
    principal: at(statement, 'Principal'),
    notPrincipal: at(statement, 'NotPrincipal'),
    actions: lowered(at(statement, 'Action')),
    notActions: lowered(at(statement, 'NotAction')),
    resources: lowered(at(statement, 'Resource')),
    condition: asObject(at(statement, 'Condition')),
  };
}

function lowered(value: unknown): readonly string[] {
  return textsIn(value).map((text) => text.toLowerCase());
}

function parsed(text: string): unknown {
  if (text.length > MAX_LENGTH) {
    return undefined;
  }
  try {
    const trimmed = text.trim();
    return JSON.parse(
      trimmed.startsWith('%7B') || trimmed.startsWith('%7b') ? decodeURIComponent(trimmed) : trimmed,
    );
  } catch {
    return undefined;
  }
}
