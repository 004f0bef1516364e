import { existsSync } from 'node:fs';
import path from 'node:path';
import { App, Lazy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { enforce } from '../../lib/checks/enforce';
import { AS_OF, soundKey, tinyApp, tinyStack } from './tiny-app';

function enforced(app: App, notices: readonly string[] = []) {
  let stderr = '';
  const options = {
    asOf: AS_OF,
    projectRoot: process.cwd(),
    notices,
    layout: { columns: null, color: false },
    stderr: (text: string) => {
      stderr += text;
    },
  };
  return { exitCode: enforce(app, options), stderr };
}

function deployable(app: App): boolean {
  const nested = path.join(app.outdir, 'assembly-sandbox', 'manifest.json');
  return existsSync(path.join(app.outdir, 'manifest.json')) || existsSync(nested);
}

describe('enforce', () => {
  it('lets an app through in which nothing is open, and says so in a line', () => {
    const app = tinyApp();
    soundKey(tinyStack(app));
    expect(enforced(app, ['Nobody reads this yet.'])).toEqual({
      exitCode: 0,
      stderr: expect.stringMatching(
        /^sandbox: PASS, .*\nNotice: The list of .*\nNotice: Nobody reads this yet\.\n$/,
      ),
    });
    expect(deployable(app)).toBe(true);
  });

  it('leaves nothing to deploy when anything is open, and says what', () => {
    const app = tinyApp();
    new Key(tinyStack(app), 'Key', { enableKeyRotation: false });
    const { exitCode, stderr } = enforced(app);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('AwsSolutions-KMS5');
    expect(deployable(app)).toBe(false);
  });

  it('leaves nothing to deploy when the synthesis itself fails', () => {
    const outdir = tinyApp().outdir;
    const earlier = new App({ outdir, builtinCloudFormationValidation: false });
    new Key(tinyStack(earlier), 'Key');
    earlier.synth();
    const app = new App({ outdir });
    expect(deployable(app)).toBe(true);
    new Key(tinyStack(app), 'Key', {
      description: Lazy.string({
        produce: () => {
          throw new Error('no description');
        },
      }),
    });
    expect(() => enforced(app)).toThrow('no description');
    expect(deployable(app)).toBe(false);
  });
});
