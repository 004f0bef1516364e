import { synthesizeStacks } from '../support/baseline';

const ASSET_HASH = /\b[0-9a-f]{64}\b/g;

expect.addSnapshotSerializer({
  test: (value) => typeof value === 'string' && /\b[0-9a-f]{64}\b/.test(value),
  serialize: (value: string) => JSON.stringify(value.replace(ASSET_HASH, '<asset hash>')),
});

describe('the template that is reviewed', () => {
  it.each(synthesizeStacks().map((stack) => [stack.name, stack] as const))('of %s', (_name, stack) => {
    expect(stack.template).toMatchSnapshot();
  });
});
