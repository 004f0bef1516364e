import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCdkContext } from '../../lib/commands/cdk-context';

describe('readCdkContext', () => {
  it('is empty without the CDK CLI', () => {
    expect(readCdkContext({ json: undefined, overflowFile: undefined })).toEqual({});
    expect(readCdkContext({ json: '', overflowFile: '' })).toEqual({});
  });

  it('reads what the CLI passes, also what was too long for the environment', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'context-'));
    try {
      const overflowFile = path.join(directory, 'context.json');
      writeFileSync(overflowFile, '{"alertEmail":"b@c.example"}');
      expect(readCdkContext({ json: '{"environment":"sandbox"}', overflowFile })).toEqual({
        environment: 'sandbox',
        alertEmail: 'b@c.example',
      });
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
