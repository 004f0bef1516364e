import { leadOf, renderEvidence } from '../../../lib/report/html/evidence';

function html(...lines: readonly string[]): string {
  return renderEvidence(lines).toString();
}

describe('renderEvidence', () => {
  it('puts lines of a kind under one name', () => {
    expect(html('open: A on x', 'open: B on y')).toBe(
      '<dl class="evidence"><div class="against"><dt>Open</dt><dd>A on x</dd><dd>B on y</dd></div></dl>',
    );
  });

  it('names the pack of rules once', () => {
    expect(html('rules applied: HIPAA.Security-A, HIPAA.Security-B, AwsSolutions-C1')).toContain(
      '<b>HIPAA.Security</b> A, B</span> <span class="pack"><b>AwsSolutions</b> C1</span>',
    );
  });

  it('links to the rows that a safeguard rests on', () => {
    expect(html('rests on 164.312(e)(2)(i): enforced')).toContain(
      '<a href="#current-164.312-e-2-i">164.312(e)(2)(i)</a> enforced',
    );
  });

  it('says what is stated before how it stands', () => {
    expect(html('unattested (expired on 2026-11-01 (A-1)): somebody is named')).toContain(
      '<div class="limit"><dt>Unattested</dt><dd>somebody is named (expired on 2026-11-01 (A-1))</dd>',
    );
  });

  it.each([
    ['open: <img src=x>', '<img'],
    ['rests on <img>: <img>', '<img'],
    ['rules applied: <img>-<img>', '<img'],
    ['proved by <img>', '<img'],
    ['<img>', '<img'],
  ])('escapes %j', (line, tag) => {
    expect(html(line)).not.toContain(tag);
  });
});

describe('leadOf', () => {
  it.each([
    [[], '0 lines of evidence'],
    [['a trail: x'], '1 line of evidence'],
    [['rests on 164.312(b): gap', 'a trail: x'], '2 lines of evidence'],
    [['not applicable: points to others'], 'Reason: points to others'],
    [['rests on 164.312(b): gap', 'missing: a trail (T)'], 'Missing: a trail (T), and 1 more line'],
    [
      ['a trail: x', 'unattested (none filed): y', 'rules applied: z'],
      'Unattested: y (none filed), and 2 more lines',
    ],
  ])('of %j is %j', (lines, lead) => {
    expect(leadOf(lines)).toBe(lead);
  });
});
