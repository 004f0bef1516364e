import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HELD_STATUSES, STATUS_WORDS, STATUSES } from '../../lib/report/status-words';
import { countStatuses } from '../../lib/safeguards/status';

describe('STATUS_WORDS', () => {
  it('has words for every status there is', () => {
    expect([...STATUSES].sort()).toEqual(Object.keys(countStatuses([])).sort());
  });

  it('means by each status what the documentation says', () => {
    const page = readFileSync(path.join(__dirname, '..', '..', 'docs', 'safeguards.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm)].map(([, status, means]) => [
      status,
      means,
    ]);
    const documented = new Map(
      rows.filter(([status]) => STATUSES.some((known) => known === status)) as [string, string][],
    );
    expect(new Map(STATUSES.map((status) => [status, STATUS_WORDS[status].means]))).toEqual(
      new Map(STATUSES.map((status) => [status, documented.get(status)])),
    );
  });

  it('never counts as held what nobody attests, or what is only partly there', () => {
    expect(HELD_STATUSES).toEqual(['enforced', 'monitored', 'attested']);
  });
});
