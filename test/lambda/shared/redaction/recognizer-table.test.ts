import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDENTIFIER_TYPES } from '../../../../lambda/shared/redaction/identifier-types';
import { OUT_OF_REACH, REDACTION_LIMIT } from '../../../../lambda/shared/redaction/limits';
import { RECOGNIZERS } from '../../../../lambda/shared/redaction/recognizer-table';

const DOCS = readFileSync(join(__dirname, '../../../../docs/redaction.md'), 'utf8');

describe('the table of recognizers', () => {
  it('has each id once', () => {
    const ids = RECOGNIZERS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(RECOGNIZERS.map((row) => [row.id, row] as const))(
    'says of %s what it finds and by what',
    (_, row) => {
      expect(row.description.length).toBeGreaterThan(10);
      expect(row.by.length).toBeGreaterThan(0);
      expect(row.anchors.length).toBeGreaterThan(0);
      expect(row.by).not.toEqual(['check-digit']);
    },
  );

  it.each(IDENTIFIER_TYPES.map(({ type }) => type))('has a recognizer for %s', (type) => {
    expect(RECOGNIZERS.some((row) => row.type === type)).toBe(true);
  });

  it.each(
    RECOGNIZERS.flatMap(({ id, anchors }) =>
      anchors.flatMap((anchor) =>
        anchor.on === 'word' ? anchor.words.map((word) => [id, word] as const) : [],
      ),
    ),
  )('anchors %s to %j, a run of letters in lower case that the scanner can meet', (_, word) => {
    expect(word).toMatch(/^[a-z]{1,32}$/);
  });
});

describe('the documentation of redaction', () => {
  it.each(IDENTIFIER_TYPES.map((row) => [row.type, row.citation] as const))(
    'lists %s with its citation',
    (type, citation) => {
      expect(DOCS).toMatch(new RegExp(`^\\| \`${type}\` \\| ${citation.replace(/[().]/g, '\\$&')} \\|`, 'm'));
    },
  );

  it('says the limit and what is out of reach', () => {
    expect(DOCS).toContain(REDACTION_LIMIT);
    expect(OUT_OF_REACH).toMatch(/photographs.*biometrics/);
    expect(DOCS).toContain('photographs');
  });
});
