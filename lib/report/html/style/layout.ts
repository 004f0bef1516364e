/** The page as a whole: text, headings, links, what is only heard. */
export const LAYOUT = `
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem) 4rem; max-width: 76rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); overflow-wrap: anywhere;
}
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem); margin: 0.25rem 0 1rem; letter-spacing: -0.01em; }
h2 { font-size: 1.6rem; margin: 0 0 1rem; }
h3 { font-size: 1.2rem; margin: 2.25rem 0 0.35rem; }
p, ul, ol, dl { margin: 0 0 1rem; }
p, .standing, .legend { max-width: 46rem; }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: from-font; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
code { font: 0.85em/1.5 var(--mono); }
time, .figure { font-variant-numeric: tabular-nums; }
.aside, .kind, p.limit, footer { color: var(--muted); font-size: 0.875rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; z-index: 1; padding: 0.5rem 1rem; background: var(--paper); }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }

.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 1.5rem; }
.kicker { margin: 0; font: 600 0.8rem/1.5 var(--sans); letter-spacing: 0.09em; text-transform: uppercase; color: var(--accent); }
.verdict-line { font-size: 1.05rem; }
.standing { padding: 0; list-style: none; font: 1.15rem/1.5 var(--serif); }
.standing li + li { margin-top: 0.35rem; }
p.limit { border-left: 3px solid var(--line); padding-left: 0.9rem; margin: 1.5rem 0 0; }

nav { border-block: 1px solid var(--line); padding: 0.6rem 0; }
nav ol { display: flex; flex-wrap: wrap; gap: 0.15rem 1.4rem; margin: 0; padding: 0; list-style: none; font-size: 0.95rem; }
nav a { display: inline-block; padding: 0.25rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
.chapter { padding-top: 3rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); }
footer p { margin: 0; }
`;
