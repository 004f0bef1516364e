import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROBES } from '../../lib/preflight/probes';
import { DEPLOYED_STACKS } from '../../lib/preflight/probes/deployed-stacks';
import { regionsProbe } from '../../lib/preflight/probes/regions';

const PAGE = readFileSync(path.join(__dirname, '..', '..', 'docs', 'preflight.md'), 'utf8');

describe('the page about preflight', () => {
  it('lists every probe with the actions that it needs, in the order of the output', () => {
    const rows = PAGE.split('\n').filter((line) => line.startsWith('| `') && line.includes(':'));
    const expected = [regionsProbe, DEPLOYED_STACKS, ...PROBES].map(({ id, title, actions }) => {
      const named = [...new Set<string>(actions)].map((action) => `\`${action}\``).join(', ');
      return `| \`${id}\` | ${title} | ${named} |`;
    });
    expect(rows.slice(0, expected.length)).toEqual(expected);
  });

  it('gives each probe an id of its own', () => {
    const ids = PROBES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});
