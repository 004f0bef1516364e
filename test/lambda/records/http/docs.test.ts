import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFUSAL_ANSWERS, UNAVAILABLE } from '../../../../lambda/records/http/refusal-answers';
import { ROUTES } from '../../../../lambda/records/http/routes/routes';

const PAGE = readFileSync(join(__dirname, '../../../../docs/records-service.md'), 'utf8');

/** The first words of the paths that the page names, whatever its short forms. */
const NAMED = new Set([...PAGE.matchAll(/\/[a-z][a-z.-]*/g)].map(([path]) => path));

describe('docs/records-service.md', () => {
  it('names every route by its words', () => {
    const words = ROUTES.flatMap(({ path }) => path.split('/')).filter((word) => /^[a-z]/.test(word));
    const categories = ROUTES.flatMap(({ path }) => path.split('/record/')[1]?.split('/')[0] ?? []);
    expect(words.filter((word) => !NAMED.has(`/${word}`) && !categories.includes(word))).toEqual([]);
  });

  it('counts the routes that need no session', () => {
    const count = ROUTES.filter(({ access }) => access === 'public').length;
    expect(count).toBe(8);
    expect(PAGE).toContain('every route but\neight refuses without a session');
  });

  it('has every status and code of an error', () => {
    for (const { status, code } of [...Object.values(REFUSAL_ANSWERS), UNAVAILABLE]) {
      const row = PAGE.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${code}\``));
      expect(row).toContain(String(status));
    }
  });
});
