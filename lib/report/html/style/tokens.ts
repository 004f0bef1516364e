/** Colours by what they mean, in pairs of text and ground whose contrast is at least 4.5 : 1; the browser test measures them. */
const LIGHT = `
  --paper: #fdfcfa; --ink: #20242a; --muted: #565d67; --line: #ddd8ce; --panel: #f5f2ec; --accent: #1c5678;
  --enforced: #1a5c39; --enforced-ground: #e2f1e8;
  --monitored: #14565b; --monitored-ground: #ddf0f0;
  --attested: #1d4d85; --attested-ground: #e3ecf8;
  --partial: #744600; --partial-ground: #fbeed2;
  --unattested: #58477f; --unattested-ground: #eeeaf6;
  --gap: #971c1c; --gap-ground: #fbe4e1;
  --not-applicable: #545a62; --not-applicable-ground: #eceae5;`;

const DARK = `
  --paper: #15181c; --ink: #e7e5e0; --muted: #a8aeb6; --line: #363c44; --panel: #1d2126; --accent: #8fc6e8;
  --enforced: #9adbb2; --enforced-ground: #16311f;
  --monitored: #8ed6d6; --monitored-ground: #12302f;
  --attested: #a6caf6; --attested-ground: #1a2c44;
  --partial: #f0c777; --partial-ground: #3a2c10;
  --unattested: #cbbff1; --unattested-ground: #2b2541;
  --gap: #ffb3ab; --gap-ground: #481b1c;
  --not-applicable: #b6bbc2; --not-applicable-ground: #2a2e33;`;

/** The colours of both schemes; paper is always light. */
export const TOKENS = `
:root {${LIGHT}
  color-scheme: light dark;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', 'URW Palladio L', Georgia, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media screen and (prefers-color-scheme: dark) { :root {${DARK} } }
@media print { :root { color-scheme: light; } }
`;
