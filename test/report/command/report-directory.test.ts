import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UsageError } from '../../../lib/commands/command';
import { checkDirectory, writeReport } from '../../../lib/commands/report-directory';

const FILES = [
  { name: 'report.html', text: '<p>new' },
  { name: 'report.json', text: '{}' },
];
const NAMES = FILES.map(({ name }) => name);

describe('the directory of a report', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'report-directory-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is made where it is missing, with its parents', () => {
    const directory = path.join(root, 'a', 'b');
    checkDirectory(directory, NAMES);
    expect(existsSync(directory)).toBe(false);
    writeReport(directory, FILES);
    expect(readdirSync(directory).sort()).toEqual(NAMES);
    expect(readFileSync(path.join(directory, 'report.html'), 'utf8')).toBe('<p>new');
  });

  it('loses its old report, and no other file', () => {
    writeFileSync(path.join(root, 'report.html'), 'old and longer than the new one');
    writeFileSync(path.join(root, 'notes.txt'), 'mine');
    writeReport(root, FILES);
    expect(readFileSync(path.join(root, 'report.html'), 'utf8')).toBe('<p>new');
    expect(readFileSync(path.join(root, 'notes.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(root).sort()).toEqual(['notes.txt', ...NAMES]);
  });

  it('has a link replaced and not followed', () => {
    const elsewhere = path.join(root, 'elsewhere.txt');
    writeFileSync(elsewhere, 'untouched');
    symlinkSync(elsewhere, path.join(root, 'report.html'));
    writeReport(root, FILES);
    expect(readFileSync(elsewhere, 'utf8')).toBe('untouched');
    expect(lstatSync(path.join(root, 'report.html')).isSymbolicLink()).toBe(false);
  });

  it.each([
    ['is a file', 'taken'],
    ['lies below a file', path.join('taken', 'a', 'b')],
  ])('is refused where it %s', (_, name) => {
    writeFileSync(path.join(root, 'taken'), 'mine');
    const directory = path.join(root, name);
    expect(() => checkDirectory(directory, NAMES)).toThrow(UsageError);
    expect(() => checkDirectory(directory, NAMES)).toThrow("'--out' must be a directory, got: ");
    expect(() => writeReport(directory, FILES)).toThrow(UsageError);
    expect(readFileSync(path.join(root, 'taken'), 'utf8')).toBe('mine');
  });

  it('is refused where a directory has the name of a file of the report', () => {
    mkdirSync(path.join(root, 'report.json'));
    expect(() => checkDirectory(root, NAMES)).toThrow(
      "'--out' must have no directory named 'report.json' in it",
    );
  });

  it('holds nothing unfinished after a failure', () => {
    mkdirSync(path.join(root, 'report.json'));
    expect(() => writeReport(root, FILES)).toThrow(UsageError);
    expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
