/** What a colour stands for. */
export type Tone = 'bad' | 'good' | 'heading' | 'faint';

const CODES: Readonly<Record<Tone, string>> = { bad: '1;31', good: '1;32', heading: '1', faint: '2' };

/** Colours a text that has been laid out already; without colour the text says the same. */
export function tone(text: string, kind: Tone, color: boolean): string {
  return color ? text.replaceAll(/[^\n]+/g, (line) => `\u001b[${CODES[kind]}m${line}\u001b[0m`) : text;
}
