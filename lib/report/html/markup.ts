import { printable } from '../printable';

/** HTML that is safe to write: only {@link markup} and {@link trusted} make it. */
export class Markup {
  readonly #text: string;

  public constructor(text: string) {
    this.#text = text;
  }

  public toString(): string {
    return this.#text;
  }
}

/** What may stand in a template: texts and numbers are escaped, lists are joined, null writes nothing. */
export type Content = Markup | string | number | null | readonly Content[];

/** Writes HTML in which every value is escaped: names in a template are written by others. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const [first = '', ...rest] = strings;
  return new Markup(
    rest.reduce((text, string, index) => text + render(values[index] ?? null) + string, first),
  );
}

/** Text of our own that is HTML, CSS or JavaScript already. Never for a value from outside. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

function render(content: Content): string {
  if (content === null) return '';
  if (content instanceof Markup) return content.toString();
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return content.map(render).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes for text and quoted attributes, and shows characters that would turn the direction of a line. */
function escaped(text: string): string {
  return printable(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
