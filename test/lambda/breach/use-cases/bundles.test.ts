import { join } from 'node:path';
import { buildSync } from 'esbuild';

const USE_CASES = join(__dirname, '../../../../lambda/breach/use-cases');

/** What leaves room for the clients of AWS in a bundle of 600 KB, in bytes. */
const MOST_BYTES = 250_000;

describe('what a function of the path is bundled with', () => {
  it.each(['intake', 'notify', 'sweep-outbox', 'tick', 'seal-heads'])('is little: %s', (name) => {
    const { metafile, outputFiles } = buildSync({
      entryPoints: [join(USE_CASES, `${name}.ts`)],
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node24',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    expect(outputFiles[0]?.contents.length).toBeLessThan(MOST_BYTES);
    const packages = Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([path, { bytesInOutput }]) => path.includes('node_modules/') && bytesInOutput > 0)
      .map(([path]) => /node_modules\/([^/]+)/.exec(path)?.[1]);
    expect([...new Set(packages)]).toEqual([]);
  });
});
