import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIGNALS } from '../../../../../lambda/breach/domain/triage/signals/catalogue';

const DOCUMENT = readFileSync(join(__dirname, '../../../../../docs/triage.md'), 'utf8');

describe('docs/triage.md', () => {
  it('lists every signal as it is', () => {
    const rows = [...SIGNALS.values()].map(
      ({ id, title, question, severity, citations }) =>
        `| \`${id}\` | ${title} | ${question} | ${severity} | ${citations.join(', ')} |`,
    );
    expect(DOCUMENT.split('\n').filter((line) => /^\| `[a-z-]+` \|.*164\./.test(line))).toEqual(rows);
  });
});
