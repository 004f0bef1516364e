import { type Alias, isAlias, isScalar, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { quoteValue } from '../../config/quote-value';
import { MOST_LEVELS, TOO_DEEP } from './levels';
import { TextProblem } from './text-problem';
import { functionNamed, withFunction } from './yaml-functions';

/** The most values that a template holds once its aliases are written out. */
const MOST_VALUES = 500_000;

/** What is under way: values so far, anchors by name, and the nodes that are being read. */
interface Reading {
  values: number;
  readonly anchors: Map<string, ParsedNode>;
  readonly open: Set<ParsedNode>;
  /** Aliases that are being written out. */
  aliases: number;
}

/**
 * The data of a YAML document as plain JSON, functions in their long form, aliases written out within bounds.
 *
 * @throws TextProblem for what no template may have: repeated keys, merges, tags that CloudFormation does not know, endless aliases
 */
export function toJson(root: ParsedNode): unknown {
  return read(root, 0, { values: 0, anchors: new Map(), open: new Set(), aliases: 0 });
}

/** A key as text, as it is written; undefined for what is no text. */
export function keyOf(key: unknown): string | undefined {
  if (!isScalar(key) || key.value === null || typeof key.value === 'object') return undefined;
  return key.source ?? String(key.value);
}

function read(node: ParsedNode, level: number, reading: Reading): unknown {
  reading.values += 1;
  if (reading.values > MOST_VALUES) {
    throw problem(
      `the template must hold at most ${MOST_VALUES} values, aliases written out, got: more`,
      node,
    );
  }
  if (level > MOST_LEVELS) throw problem(TOO_DEEP, node);
  if (isAlias(node)) return readAlias(node as Alias.Parsed, level, reading);
  if (node.anchor !== undefined && reading.aliases === 0) reading.anchors.set(node.anchor, node);
  reading.open.add(node);
  const value = readContent(node, level, reading);
  reading.open.delete(node);
  return value;
}

function readContent(node: Exclude<ParsedNode, Alias.Parsed>, level: number, reading: Reading): unknown {
  const name = functionNamed(node.tag);
  if (name === null)
    throw problem(`the template must have tags of CloudFormation only, got: ${quoteValue(node.tag)}`, node);
  const inner = name === undefined ? level : level + 1;
  const value = isScalar(node) ? node.value : readCollection(node, inner, reading);
  return name === undefined ? value : withFunction(name, value);
}

function readCollection(node: YAMLMap.Parsed | YAMLSeq.Parsed, level: number, reading: Reading): unknown {
  if (isSeq(node)) return node.items.map((item) => readValue(item, level, reading));
  const entries = new Map<string, unknown>();
  for (const { key: keyNode, value } of (node as YAMLMap.Parsed).items) {
    const key = keyOf(keyNode);
    const place = (keyNode as ParsedNode | null) ?? node;
    if (key === undefined) throw problem('the template must have texts as keys, got: something else', place);
    if (key === '<<')
      throw problem(
        "the template must not merge mappings with '<<', which CloudFormation does not know",
        place,
      );
    if (entries.has(key))
      throw problem(`the template must not repeat a key, got: ${quoteValue(key)} again`, place);
    entries.set(key, readValue(value, level, reading));
  }
  // Defines own properties, whatever they are called: `__proto__` is a key like any other.
  return Object.fromEntries(entries);
}

function readValue(value: unknown, level: number, reading: Reading): unknown {
  return value === null || value === undefined ? null : read(value as ParsedNode, level + 1, reading);
}

function readAlias(alias: Alias.Parsed, level: number, reading: Reading): unknown {
  const target = reading.anchors.get(alias.source);
  if (target === undefined)
    throw problem(
      `the template must have an anchor for every alias, got: none for ${quoteValue(alias.source)}`,
      alias,
    );
  if (reading.open.has(target)) {
    throw problem(
      `the template must not contain itself, got: ${quoteValue(alias.source)} within itself`,
      alias,
    );
  }
  reading.aliases += 1;
  const value = read(target, level, reading);
  reading.aliases -= 1;
  return value;
}

function problem(text: string, { range }: ParsedNode): TextProblem {
  return new TextProblem(text, range[0]);
}
