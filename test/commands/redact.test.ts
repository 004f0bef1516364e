import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hipaa } from '../support/run-command';

describe('hipaa redact', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redact-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints each line without its identifiers, and says what the text still is', async () => {
    const { exitCode, stdout, stderr } = await hipaa(['redact'], 'SSN 000-12-3456 seen\n\nnothing here\n');
    expect([exitCode, stdout]).toEqual([0, 'SSN [SSN] seen\n\nnothing here\n']);
    expect(stderr).toBe('Still PHI, not de-identified under 164.514.\n');
  });

  it('gives the spans in UTF-16 units of the input, one object a line', async () => {
    const { stdout, stderr } = await hipaa(['redact', '--format', 'json', '-'], '🩺 SSN 000-12-3456');
    expect(JSON.parse(stdout)).toEqual({ text: '🩺 SSN [SSN]', spans: [{ start: 7, end: 18, type: 'SSN' }] });
    expect(stderr).toBe('');
  });

  it('redacts the words of a vocabulary', async () => {
    const words = file('words.json', '{"names": ["Zyxwvut"], "places": []}');
    expect((await hipaa(['redact', '--vocabulary', words], 'zyxwvut came')).stdout).toBe('[NAME] came\n');
  });

  it.each([
    ['{"names": ["Zyxwvut"', 'name a file of JSON'],
    ['{"names": "Zyxwvut"}', 'hold {"names": [...], "places": [...]}'],
    ['{"people": ["Zyxwvut"]}', 'hold {"names": [...], "places": [...]}'],
    ['{"names": ["Z"]}', 'hold entries of at least two Latin letters'],
  ])('refuses the vocabulary %s without a word of what it holds', async (text, message) => {
    const { exitCode, stdout, stderr } = await hipaa(['redact', '--vocabulary', file('bad.json', text)], 'x');
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('Zyxwvut');
  });

  it('withholds a line that a Presidio server does not answer for, and asks none on a public address', async () => {
    const silent = await hipaa(['redact', '--presidio', 'http://127.0.0.1:9'], 'nothing here');
    expect([silent.exitCode, silent.stdout]).toEqual([0, '[WITHHELD]\n']);
    const outside = await hipaa(['redact', '--presidio', 'https://analyzer.example.com'], 'x');
    expect([outside.exitCode, outside.stdout]).toEqual([2, '']);
    expect(outside.stderr).toContain("'--presidio' must be an http(s) URL on loopback");
  });

  it('says in its help what no redaction of text reaches', async () => {
    expect((await hipaa(['redact', '--help'])).stdout).toMatch(/photographs/);
  });
});
