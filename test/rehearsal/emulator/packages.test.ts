import { EMULATOR_PACKAGES, requirements } from '../../../lib/rehearsal/emulator/packages';

describe('the packages of the local endpoint', () => {
  it('are pinned by version and digest, each of them', () => {
    for (const line of requirements().trimEnd().split('\n')) {
      expect(line).toMatch(
        /^[a-z0-9-]+==[0-9a-z.]+(?: ; python_version < '3\.11')?(?: --hash=sha256:[0-9a-f]{64})+$/,
      );
    }
  });

  it('name each package and each digest once', () => {
    const names = EMULATOR_PACKAGES.map(({ name }) => name);
    const digests = EMULATOR_PACKAGES.flatMap(({ sha256 }) => sha256);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(digests).size).toBe(digests.length);
  });

  it.each(['pyyaml', 'cffi'])('have a wheel of %s for Python 3.10 to 3.14 on six platforms', (compiled) => {
    expect(EMULATOR_PACKAGES.find(({ name }) => name === compiled)?.sha256).toHaveLength(5 * 6);
  });
});
