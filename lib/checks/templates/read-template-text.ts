import { Composer, type CST, isMap, Lexer, LineCounter, type ParsedNode, Parser, type YAMLMap } from 'yaml';
import { printable } from '../../report/printable';
import { checkJsonSyntax } from './json-syntax';
import { MOST_LEVELS, TOO_DEEP } from './levels';
import { type TextPlace, TextProblem } from './text-problem';
import { yamlTags } from './yaml-tags';
import { keyOf, toJson } from './yaml-to-json';

/** The longest message of the parser that is passed on, in UTF-16 units. */
const LONGEST_MESSAGE = 160;

/** A template as it was written: its data, and where its resources are. */
export interface TemplateText {
  readonly json: unknown;
  /** Where each resource begins, by logical id. */
  readonly places: ReadonlyMap<string, TextPlace>;
}

/**
 * Reads a template that is JSON or YAML, short forms like `!Ref` included. JSON is read as the YAML that it is, so that both have positions
 * and repeated keys are refused.
 *
 * @throws TextProblem at the first thing that is wrong
 */
export function readTemplateText(text: string): TemplateText {
  // CloudFormation takes for JSON what begins like it.
  if (/^\s*\{/.test(text)) checkJsonSyntax(text);
  const lines = new LineCounter();
  const tokens = tokensOf(text, lines);
  const composer = new Composer({
    version: '1.1',
    customTags: yamlTags,
    // The library compares every key with every other; ours are compared when they are read.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [document, second] = composer.compose(tokens, true, text.length);
  const problem = document?.errors[0];
  if (problem !== undefined) throw new TextProblem(syntaxText(problem.message), problem.pos[0]);
  if (second !== undefined) {
    throw new TextProblem(
      "the template must be one document, got: a second one after '---'",
      second.range[0],
    );
  }
  const root = document?.contents ?? null;
  if (root === null) throw new TextProblem('the template must be a template, got: nothing', 0);
  return { json: toJson(root), places: resourcePlaces(root, lines) };
}

/** The parts of a text, as long as they do not nest too deep: putting them together recurses. */
function tokensOf(text: string, lines: LineCounter): readonly CST.Token[] {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > MOST_LEVELS + 1) throw new TextProblem(TOO_DEEP, parser.offset);
  }
  tokens.push(...parser.end());
  return tokens;
}

/** The parser may repeat what it read: one line of bounded length. */
function syntaxText(message: string): string {
  return `the template must be well-formed YAML, got: ${printable(message.slice(0, LONGEST_MESSAGE))}`;
}

function resourcePlaces(root: ParsedNode, lines: LineCounter): ReadonlyMap<string, TextPlace> {
  const resources = entriesOf(root).find(({ key }) => key === 'Resources')?.value;
  return new Map(
    entriesOf(resources).map(({ key, offset }) => {
      const { line, col } = lines.linePos(offset);
      return [key ?? '', { line, column: col }];
    }),
  );
}

function entriesOf(node: ParsedNode | null | undefined) {
  if (!isMap(node)) return [];
  return (node as YAMLMap.Parsed).items.map(({ key, value }) => ({
    key: keyOf(key),
    value,
    offset: key.range[0],
  }));
}
