import { existsSync } from 'node:fs';
import path from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

/** Where the functions' sources are: TypeScript in the project, JavaScript in the package. */
const LAMBDA_ROOT = path.resolve(__dirname, '../../lambda');

/** Never pulled: esbuild runs in this process, and where it fails there is no other way. */
const NO_IMAGE = 'unused';

/** Stands in for the SDK's search for credentials, which takes a quarter of a bundle and finds the environment's. */
const CREDENTIALS = 'shared/handlers/environment-credentials';

/** The Node release that functions run on; esbuild writes nothing newer. */
const TARGET = 'node24';

/**
 * One file that holds a function and everything it imports, the AWS SDK included: what runs is what the lock file
 * pins, not what the runtime happens to bring. The hash is that of the bundle, so that the same code is the same asset
 * wherever it is built.
 *
 * @param entry the module below `lambda/`, without extension, that exports `handler`
 * @throws Error when there is no such module
 */
export function functionCode(entry: string): Code {
  const source = sourceOf(entry);
  return Code.fromAsset(path.dirname(source), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry(NO_IMAGE),
      // Part of the key under which the CDK remembers a bundle: functions of one folder differ in nothing else.
      command: [entry],
      local: {
        tryBundle: (outputDirectory) => {
          bundleFunction(source, path.join(outputDirectory, 'index.js'));
          return true;
        },
      },
    },
  });
}

/**
 * Bundles the module as its function is deployed.
 *
 * @param source the module, absolute, with its extension
 * @param outfile the file to write, absolute
 */
export function bundleFunction(source: string, outfile: string): void {
  buildSync({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    target: TARGET,
    format: 'cjs',
    minify: true,
    // Error types are all that a log may say of an error: minified class names would say nothing.
    keepNames: true,
    mainFields: ['module', 'main'],
    // A faster driver that is not installed, and that `pg` does without.
    external: ['pg-native'],
    alias: { '@aws-sdk/credential-provider-node': sourceOf(CREDENTIALS) },
    legalComments: 'none',
    logLevel: 'error',
  });
}

/**
 * The file of a function's module, absolute.
 *
 * @throws Error when there is none
 */
export function sourceOf(entry: string): string {
  const found = ['.ts', '.js'].map((extension) => path.join(LAMBDA_ROOT, entry + extension)).find(existsSync);
  if (found === undefined) {
    throw new Error(`'entry' must name a module below lambda/ without its extension, got: '${entry}'`);
  }
  return found;
}
