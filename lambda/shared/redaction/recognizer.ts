import type { IdentifierType } from './identifier-types';
import type { Finding } from './span';

/** What a recognizer goes by. A check digit raises the confidence in the type and never drops a match. */
export type Evidence = 'shape' | 'context' | 'check-digit';

/**
 * Where in a text a recognizer is asked. The scanner walks a text once and asks only those whose anchor it stands on:
 * - `digits`: the first digit of a run of digits whose length is listed; with `first`, only one of these digits; with
 *   `next`, only before one of these characters; with `digitFollows`, only with another digit soon behind the run;
 * - `word`: the first letter of a run of letters that is, ignoring case, one of `words`;
 * - `mixed`: the first character of a run of letters and digits that has both, of one of these lengths if they are listed;
 * - `character`: one of these punctuation characters.
 */
export type Anchor =
  | {
      readonly on: 'digits';
      readonly lengths: readonly number[];
      readonly first?: string;
      readonly next?: string;
      readonly digitFollows?: true;
    }
  | { readonly on: 'word'; readonly words: readonly string[] }
  | { readonly on: 'mixed'; readonly lengths?: readonly number[] }
  | { readonly on: 'character'; readonly characters: string };

/** A place in a text at which a recognizer is asked. */
export interface Place {
  /** The folded text (see `fold.ts`). */
  readonly text: string;
  /** Where the anchor begins. */
  readonly at: number;
  /** Where the run of letters and digits that begins there ends. */
  readonly tokenEnd: number;
}

/**
 * One way to recognize one type of identifier. `find` looks at a bounded neighbourhood of its place, so that a text costs
 * time in proportion to its length.
 */
export interface Recognizer {
  readonly id: string;
  readonly type: IdentifierType;
  readonly description: string;
  readonly by: readonly Evidence[];
  readonly anchors: readonly Anchor[];
  readonly find: (place: Place) => Finding | undefined;
  /** Whether scanning goes on right after the anchor, not after the finding. @default false */
  readonly overlaps?: boolean;
}
