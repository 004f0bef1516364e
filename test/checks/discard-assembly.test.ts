import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { discardAssembly } from '../../lib/checks/discard-assembly';

describe('discardAssembly', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'discard-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('takes the manifests of the assembly and of those nested in it, and leaves the templates', () => {
    const app = new App({ outdir: directory, builtinCloudFormationValidation: false });
    const inner = new Stage(new Stage(app, 'outer'), 'inner');
    const stack = new Stack(inner, 'Stack');
    new Topic(stack, 'Topic');
    app.synth();
    const directories = [directory, path.join(directory, 'assembly-outer'), inner.outdir];
    const manifests = () => directories.map((each) => existsSync(path.join(each, 'manifest.json')));
    expect(manifests()).toEqual([true, true, true]);
    discardAssembly(directory);
    expect(manifests()).toEqual([false, false, false]);
    expect(existsSync(path.join(inner.outdir, stack.templateFile))).toBe(true);
  });

  it('has nothing to do where nothing was written', () => {
    expect(() => discardAssembly(path.join(directory, 'absent'))).not.toThrow();
  });
});
