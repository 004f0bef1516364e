import { readFileSync } from 'node:fs';
import { Runtime } from 'aws-cdk-lib/aws-lambda';

const project = (file: string) => readFileSync(`${__dirname}/../${file}`, 'utf8');
const LAMBDA_NODE_MAJOR = Runtime.NODEJS_LATEST.name.replace(/^nodejs(\d+)\.x$/, '$1');

describe('the toolchain', () => {
  it('runs the tests on the Node major that the Lambdas get', () => {
    expect(process.versions.node.split('.')[0]).toBe(LAMBDA_NODE_MAJOR);
    expect(project('.nvmrc').trim()).toBe(LAMBDA_NODE_MAJOR);
    expect(JSON.parse(project('package.json')).devDependencies.node).toMatch(
      new RegExp(`^${LAMBDA_NODE_MAJOR}\\.`),
    );
  });

  it('pins every dependency to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(project('package.json'));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/)]);
    }
  });

  it('locks every package by its hash and by no address', () => {
    const { packages } = JSON.parse(project('package-lock.json')) as {
      packages: Record<string, { integrity?: string; resolved?: string; inBundle?: boolean }>;
    };
    for (const [path, { integrity, resolved, inBundle }] of Object.entries(packages)) {
      if (path === '' || inBundle) continue;
      expect([path, integrity, resolved]).toEqual([path, expect.stringMatching(/^sha512-/), undefined]);
    }
  });

  it('keeps every recommended flag of the CDK, and makes schema errors fail', () => {
    const recommended = JSON.parse(project('node_modules/aws-cdk-lib/recommended-feature-flags.json'));
    const { context } = JSON.parse(project('cdk.json'));
    expect(context).toEqual({ ...recommended, '@aws-cdk/core:target-partitions': ['aws', 'aws-us-gov'] });
    expect(context['@aws-cdk/core:validateAgainstDefaultRules']).toBe(true);
  });
});
