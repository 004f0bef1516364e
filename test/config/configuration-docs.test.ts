import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIGURATION_RULES } from '../../lib/config/rules';
import { environmentSchema } from '../../lib/config/schema';
import { fieldsOf } from './schema-fields';

const PAGE = readFileSync(join(__dirname, '../../docs/configuration.md'), 'utf8');
const FIELDS = fieldsOf(environmentSchema);

/** The rows of the table under a heading, each as its cells without the bars. */
function rowsUnder(heading: string): string[][] {
  const section = PAGE.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function rowOf(field: string): string[] {
  return rowsUnder('Fields').find(([cell]) => cell === `\`${field}\``) ?? [];
}

/** A default as the page writes it. */
function written(preset: unknown): string {
  return `\`${JSON.stringify(preset).replaceAll('"', "'").replaceAll(',', ', ')}\``;
}

describe('docs/configuration.md', () => {
  it('has every field of the schema once, in its order, and no other', () => {
    expect(rowsUnder('Fields').map(([field]) => field)).toEqual(FIELDS.map(({ path }) => `\`${path}\``));
  });

  it.each(FIELDS)('says the default of $path', ({ path, optional, preset }) => {
    const cell = rowOf(path)[2] ?? '';
    if (preset !== undefined) {
      expect(cell.endsWith(written(preset))).toBe(true);
    } else {
      expect(cell === 'required').toBe(!optional);
    }
  });

  it.each(FIELDS)('says the range and the meaning of $path', ({ path }) => {
    const [, range = '', , meaning = ''] = rowOf(path);
    expect(range).not.toBe('');
    expect(meaning).toMatch(/^[A-Z].{10,}\.$/);
  });

  it('has every field that a rule between fields names', () => {
    const named = new Set(CONFIGURATION_RULES.map(({ field }) => `\`${field}\``));
    expect(
      rowsUnder('What must fit together')
        .map(([field]) => field)
        .sort(),
    ).toEqual([...named].sort());
  });
});
