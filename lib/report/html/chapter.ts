import { type Content, type Markup, markup } from './markup';

/** A part of the report that the contents list. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly body: Content;
}

/** A chapter under its heading, as a landmark of its own. */
export function renderChapter({ id, title, body }: Chapter): Markup {
  return markup`
<section id="${id}" class="chapter" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>${body}
</section>`;
}

/** Links to every chapter. */
export function renderContents(chapters: readonly Chapter[]): Markup {
  return markup`
<nav aria-label="Contents"><ol>${chapters.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>`;
}
