import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAttestations } from '../../lib/safeguards/attestations/attestation';
import { readRegister } from '../../lib/safeguards/business-associates/register';
import { UNCOVERED_CHANNELS_AS_OF } from '../../lib/safeguards/business-associates/uncovered-channels';
import { vendorProblems } from '../../lib/safeguards/business-associates/vendor-problems';
import { NPRM_2025 } from '../../lib/safeguards/catalogue/nprm-2025';
import { ELIGIBLE_LIST } from '../../lib/safeguards/eligible-services/eligible-service';
import { MAXIMUM_LIST_AGE_DAYS } from '../../lib/safeguards/eligible-services/list-age';
import { DOCUMENTED_TABLES, renderTable } from './docs-tables';

function page(path: string): string {
  return readFileSync(join(__dirname, '../..', path), 'utf8');
}

function section(path: string, heading: string): string {
  return page(path).split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
}

/** The first JSON example on a page. */
function example(path: string): unknown {
  return JSON.parse(/```json\n([\s\S]*?)```/.exec(page(path))?.[1] ?? 'null');
}

describe('the pages on safeguards', () => {
  it.each(DOCUMENTED_TABLES)('have in $page, under $heading, what the data have', (table) => {
    expect(section(table.page, table.heading)).toContain(renderTable(table));
  });

  it.each([...new Set(DOCUMENTED_TABLES.map((table) => table.page))])(
    'have in %s no table cell that is empty',
    (path) => {
      expect(page(path)).not.toMatch(/\|[ \t]*\|/);
    },
  );

  it('show an attestation that is accepted as it stands', () => {
    expect(readAttestations(example('docs/attestations.md'))).toHaveLength(2);
  });

  it('show a register that is accepted as it stands, and lets PHI reach the vendor', () => {
    const register = readRegister(example('docs/business-associates.md'));
    const flow = {
      from: 'example',
      protocol: 'email',
      address: 'oncall@clinic.example',
      carries: 'phi',
      service: 'Example Mail',
    } as const;
    expect(vendorProblems(flow, register, '2026-11-21').problems).toEqual([]);
  });

  it('say of the proposal what it is and since when that is known', () => {
    const text = section('docs/safeguards.md', 'The proposal of 2025').replace(/\s+/g, ' ');
    expect(text).toContain(NPRM_2025.stateAsOf);
    expect(text).toContain('is not law');
    expect(NPRM_2025.source).toContain('90 FR 898');
    expect(NPRM_2025.state).toContain('neither final nor withdrawn');
  });

  it('say when the channels were looked up', () => {
    const heading = 'Channels that are commonly not covered';
    expect(section('docs/business-associates.md', heading)).toContain(UNCOVERED_CHANNELS_AS_OF);
  });

  it('say how old the list of eligible services is and may become', () => {
    expect(page('docs/safeguards.md')).toContain(`list of ${ELIGIBLE_LIST.date}`);
    expect(page('docs/safeguards.md')).toContain(`${MAXIMUM_LIST_AGE_DAYS} days`);
  });
});
