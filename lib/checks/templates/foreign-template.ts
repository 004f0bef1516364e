import { quoteValue } from '../../config/quote-value';
import { printable } from '../../report/printable';
import { isJsonObject, type JsonObject, parseTemplate, resourceProblem, type Template } from '../template';
import { expandsTooFar, opensTooManyVariables, turnsOutTooManyWays } from './expansion';
import { hasEndlessLists } from './list-work';
import { readTemplateText } from './read-template-text';
import { type TextPlace, TextProblem } from './text-problem';

/** The most resources that a template may have; CloudFormation itself takes 500. */
export const MOST_RESOURCES = 1000;

/** A template that somebody else wrote, ready to be judged. */
export interface ForeignTemplate {
  /** How people name it: the file as it was given, or `stdin`. */
  readonly name: string;
  readonly template: Template;
  /** All of it, parts included that the checks do not read. */
  readonly json: JsonObject;
  /** The line of each resource, from 1, by logical id. */
  readonly lines: ReadonlyMap<string, number>;
}

/** A template that cannot be read, in one line: `app.yaml:3:5: … must …, got: …`. */
export class TemplateError extends Error {
  public override readonly name = 'TemplateError';
}

const BEGINNING: TextPlace = { line: 1, column: 1 };

/**
 * Reads a template that somebody else wrote.
 *
 * @param name as messages call it
 * @throws TemplateError with the place of the first thing that is wrong
 */
export function foreignTemplate(name: string, text: string): ForeignTemplate {
  const refuse = ({ line, column }: TextPlace, message: string): never => {
    throw new TemplateError(`${printable(name)}:${line}:${column}: ${message}`);
  };
  try {
    const { json, places } = readTemplateText(text);
    if (!isJsonObject(json))
      return refuse(BEGINNING, `the template must be an object, got: ${quoteValue(json)}`);
    checkResources(json, places, refuse);
    const problem = boundProblem(json);
    if (problem !== undefined) refuse(BEGINNING, problem);
    return {
      name,
      json,
      template: parsed(json, refuse),
      lines: new Map([...places].map(([logicalId, { line }]) => [logicalId, line])),
    };
  } catch (error) {
    if (!(error instanceof TextProblem)) throw error;
    return refuse(error.placeIn(text), error.message);
  }
}

type Refuse = (place: TextPlace, message: string) => never;

function checkResources(json: JsonObject, places: ReadonlyMap<string, TextPlace>, refuse: Refuse): void {
  const { Resources: resources } = json;
  const entries = Object.entries(isJsonObject(resources) ? resources : {});
  if (entries.length === 0) {
    refuse(BEGINNING, `'Resources' must have at least one resource, got: ${quoteValue(resources)}`);
  }
  if (entries.length > MOST_RESOURCES) {
    refuse(BEGINNING, `'Resources' must have at most ${MOST_RESOURCES} entries, got: ${entries.length}`);
  }
  for (const [logicalId, resource] of entries) {
    const problem =
      nameProblem(logicalId) ?? resourceProblem(logicalId, resource) ?? sizeProblem(logicalId, resource);
    if (problem !== undefined) refuse(places.get(logicalId) ?? BEGINNING, problem);
  }
}

/** What a macro writes is not there before it ran, and cannot be judged. */
function nameProblem(logicalId: string): string | undefined {
  if (logicalId.startsWith('Fn::')) {
    return `'Resources' must be written out, got: ${quoteValue(logicalId)} (check the processed template: aws cloudformation get-template --template-stage Processed)`;
  }
  return /^[A-Za-z0-9]{1,255}$/.test(logicalId)
    ? undefined
    : `'Resources' must have names of letters and digits, got: ${quoteValue(logicalId)}`;
}

/** Texts and lists that a template may have, and that would take a check for ever. */
function boundProblem(json: JsonObject): string | undefined {
  if (expandsTooFar(json)) {
    return "'Parameters' and 'Mappings' must hold texts that are short enough for the template, got: longer ones";
  }
  if (opensTooManyVariables(json))
    return "the template must close its variables with '}', got: too many open ones";
  return hasEndlessLists(json)
    ? 'the template must have lists that are short enough to be compared, got: longer ones'
    : undefined;
}

function sizeProblem(logicalId: string, resource: unknown): string | undefined {
  return turnsOutTooManyWays(resource)
    ? `'Resources.${logicalId}' must have fewer conditions for its size, got: too many to judge every way`
    : undefined;
}

function parsed(json: JsonObject, refuse: Refuse): Template {
  try {
    return parseTemplate(json);
  } catch (error) {
    return refuse(BEGINNING, error instanceof Error ? error.message : String(error));
  }
}
