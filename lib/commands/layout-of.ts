import { type Layout, layoutFor } from '../report/paragraph';

/** A stream that may be a terminal. */
interface MaybeTerminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What the user says about colour. */
interface ColorWishes {
  /** NO_COLOR: any value but an empty one turns colour off. */
  readonly noColor: string | undefined;
  /** TERM. */
  readonly term: string | undefined;
}

/** Colour and wrapping for terminals only: a pipe and a file get plain lines. */
export function layoutOf(stream: MaybeTerminal, { noColor, term }: ColorWishes): Layout {
  const terminal = stream.isTTY === true;
  return layoutFor(terminal ? (stream.columns ?? 80) : null, terminal && !noColor && term !== 'dumb');
}
