import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realLookingPhi } from './real-looking-phi';

const PROJECT = join(__dirname, '../../..');
const FOLDERS = ['bin', 'docs', 'lambda', 'lib', 'test'];

/** Texts that look real, put together here so that this file holds none. */
const REAL_LOOKING = [
  ['212', '45', '6789'].join('-'),
  ['202', '867', '5309'].join('-'),
  `(202) ${['867', '5309'].join('-')}`,
  ['+1202', '8675309'].join(''),
  ['john.smith', 'hospital.org'].join('@'),
];

describe('realLookingPhi', () => {
  it.each(REAL_LOOKING)('finds %s', (text) => {
    expect(realLookingPhi(`a fixture: "${text}".`)).toEqual([text]);
  });

  it.each([
    '900-12-3456',
    '000-12-3456',
    '666-12-3456',
    '212-00-6789',
    '212-45-0000',
    '078-05-1120',
    '202-555-0143',
    '(202) 555-0100',
    'john.smith@clinic.example',
    'john.smith@example.com',
    'security@hospital.org',
    '2026-11-21',
    '0f8fad5b-d9cb-469f-a165-70867728950e',
  ])('accepts %s, which is nobody', (text) => {
    expect(realLookingPhi(`a fixture: "${text}".`)).toEqual([]);
  });
});

describe('the repository', () => {
  it('holds no PHI that could be of a real person', () => {
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:ts|js|json|md|snap|ya?ml|txt|html|css)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) =>
      realLookingPhi(readFileSync(file, 'utf8')).map((text) => `${file.slice(PROJECT.length + 1)}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
