import { fold } from './fold';
import type { IdentifierType } from './identifier-types';
import type { Place, Recognizer } from './recognizer';
import type { Finding } from './span';

/** Words that a caller knows to be names or places, and what they are. */
export interface VocabularyWords {
  readonly names?: readonly string[];
  readonly places?: readonly string[];
}

/** Shorter entries would blank out the text. */
const SHORTEST_ENTRY = 2;

interface Entry {
  readonly words: readonly string[];
  readonly type: IdentifierType;
}

/**
 * A recognizer of exactly the given names and places: whole words, whatever their case, accents and what parts them.
 * Entries of fewer than two letters are refused, because they would blank out the text.
 */
export function vocabularyRecognizer(vocabulary: VocabularyWords): Recognizer {
  const byFirst = new Map<string, Entry[]>();
  for (const entry of [...toEntries(vocabulary.names, 'NAME'), ...toEntries(vocabulary.places, 'ADDRESS')]) {
    const [first = ''] = entry.words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  return {
    id: 'vocabulary',
    type: 'NAME',
    description: 'names and places that the caller lists',
    by: ['context'],
    anchors: [{ on: 'word', words: [...byFirst.keys()] }],
    overlaps: true,
    find: (place) => findEntry(byFirst, place),
  };
}

function toEntries(list: readonly string[] | undefined, type: IdentifierType): readonly Entry[] {
  return (list ?? []).map((entry) => {
    const words =
      fold(entry)
        .text.toLowerCase()
        .match(/[a-z]+/g) ?? [];
    if (words.join('').length < SHORTEST_ENTRY) {
      throw new Error(
        `'vocabulary' must have entries of at least ${SHORTEST_ENTRY} Latin letters, got one of fewer`,
      );
    }
    return { words, type };
  });
}

function findEntry(byFirst: ReadonlyMap<string, readonly Entry[]>, { text, at }: Place): Finding | undefined {
  let longest: Finding | undefined;
  for (const entry of byFirst.get(wordAt(text, at)) ?? []) {
    const end = entryEnd(text, at, entry.words);
    if (end > (longest?.end ?? 0)) {
      longest = { start: at, end, type: entry.type, confidence: 3 };
    }
  }
  return longest;
}

function entryEnd(text: string, at: number, words: readonly string[]): number {
  let end = at;
  for (const [index, word] of words.entries()) {
    const start = index === 0 ? end : end + partLength(text, end);
    if (start < 0 || wordAt(text, start) !== word) {
      return -1;
    }
    end = start + word.length;
  }
  return end;
}

/** What may stand between two words of an entry. */
function partLength(text: string, at: number): number {
  return /^(?:[-'_]|\.?\s{0,3})/.exec(text.slice(at, at + 4))?.[0].length ?? 0;
}

function wordAt(text: string, at: number): string {
  return /^[a-z]*/i.exec(text.slice(at, at + 64))?.[0].toLowerCase() ?? '';
}
