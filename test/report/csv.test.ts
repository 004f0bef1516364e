import { renderCsv } from '../../lib/report/csv';
import { LIMIT } from '../../lib/report/limit';
import { safeguardsOf } from './safeguard-variants';
import { FAILED, PASSED, verdictOf } from './verdicts';

/** Reads RFC 4180, as a spreadsheet does. */
function parse(text: string): readonly (readonly string[])[] {
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

const SAFEGUARDS = safeguardsOf();

function evidenceCell(evidence: string): string | undefined {
  const [first] = SAFEGUARDS;
  if (first === undefined) throw new Error('the catalogue is empty');
  return parse(renderCsv(verdictOf({ ...PASSED, safeguards: [{ ...first, evidence: [evidence] }] })))[1]?.[8];
}

describe('renderCsv', () => {
  it('has a line for each environment and safeguard, under one line of names', () => {
    const text = renderCsv(
      verdictOf({ ...FAILED, safeguards: SAFEGUARDS }, { ...PASSED, safeguards: SAFEGUARDS }),
    );
    const [names, ...rows] = parse(text);
    expect(names).toEqual([
      'as of',
      'environment',
      'profile',
      'citation',
      'title',
      'kind',
      'basis',
      'status',
      'evidence',
      'limit',
    ]);
    expect(rows).toHaveLength(2 * SAFEGUARDS.length);
    expect(rows.filter((row) => row.length !== 10)).toEqual([]);
    expect(text.split('\n')).toHaveLength(2 * SAFEGUARDS.length + 2);
  });

  it('says of a safeguard what the verdict says, its kind and the limit', () => {
    const [, row] = parse(renderCsv(verdictOf({ ...PASSED, safeguards: SAFEGUARDS.slice(0, 1) })));
    const [first] = SAFEGUARDS;
    expect(row).toEqual([
      '2026-11-21',
      'production',
      'current',
      '164.306(a)',
      'General requirements',
      'general',
      'law',
      first?.status,
      first?.evidence.join(' | '),
      LIMIT,
    ]);
  });

  it('leaves the environment empty where there is none', () => {
    const [, row] = parse(
      renderCsv(verdictOf({ ...PASSED, environment: null, safeguards: SAFEGUARDS.slice(0, 1) })),
    );
    expect(row?.[1]).toBe('');
  });

  it.each([
    '=HYPERLINK("http://host.example","x")',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
  ])('disarms %j', (evidence) => {
    expect(evidenceCell(evidence)).toMatch(/^'/);
  });

  it.each(['164.312(b)', 'a=b', "'quoted", 'x-y', ''])('leaves %j as it is', (evidence) => {
    expect(evidenceCell(evidence)).toBe(evidence);
  });

  it('keeps quotes, commas and line breaks within their cell', () => {
    expect(evidenceCell('a "b", c\r\nd')).toBe('a "b", c\\u000d d');
  });

  it('disarms an environment and a title too', () => {
    const [first] = SAFEGUARDS;
    if (first === undefined) throw new Error('the catalogue is empty');
    const rows = parse(
      renderCsv(verdictOf({ ...PASSED, environment: '=1', safeguards: [{ ...first, title: '@x' }] })),
    );
    expect(rows[1]?.slice(1, 5)).toEqual(["'=1", 'current', '164.306(a)', "'@x"]);
  });
});
