import { COMPILED_PACKAGES } from './compiled-packages';
import type { EmulatorPackage } from './emulator-package';

/** The emulator (ministack, MIT) and everything that it imports. */
export const EMULATOR_PACKAGES: readonly EmulatorPackage[] = [
  {
    name: 'ministack',
    version: '1.5.33',
    sha256: ['36f9158cbe7eb7a3f910ccf1c052c98204511164249b783682f7a96ef56b0bba'],
  },
  {
    name: 'botocore',
    version: '1.43.106',
    sha256: ['c1fb8818f9957cb5037f73db34ac1a12ba43562e31d6e7f9cb7e5fc64e1dba78'],
  },
  {
    name: 'defusedxml',
    version: '0.7.1',
    sha256: ['a352e7e428770286cc899e2542b6cdaedb2b4953ff269a210103ec58f6198a61'],
  },
  {
    name: 'graphql-core',
    version: '3.2.12',
    sha256: ['3d8f104532070485e13caa4092c1e71cda2ba6cffd96e98f285111ee10ed1e51'],
  },
  {
    name: 'h11',
    version: '0.16.0',
    sha256: ['63cf8bbe7522de3bf65932fda1d9c2772064ffb3dae62d55932da54b31cb6c86'],
  },
  {
    name: 'h2',
    version: '4.4.1',
    sha256: ['0e25f1462b23c9cb82d9eb02e28bc706dac2a68cb457c6a0d74d63c8a2a5d0e6'],
  },
  {
    name: 'hpack',
    version: '4.2.0',
    sha256: ['858ac0b02280fa582b5080d68db0899c62a80375e0e5413a74970c5e518b6986'],
  },
  {
    name: 'hypercorn',
    version: '0.18.0',
    sha256: ['225e268f2c1c2f28f6d8f6db8f40cb8c992963610c5725e13ccfcddccb24b1cd'],
  },
  {
    name: 'hyperframe',
    version: '6.1.0',
    sha256: ['b03380493a519fce58ea5af42e4a42317bf9bd425596f7a0835ffce80f1a42e5'],
  },
  {
    name: 'jmespath',
    version: '1.1.0',
    sha256: ['a5663118de4908c91729bea0acadca56526eb2698e83de10cd116ae0f4e97c64'],
  },
  {
    name: 'jsonata-python',
    version: '0.7.1',
    sha256: ['d34603578dd20add2aa0ac4562ca080d9c662f6b161298bd6254fe28247804ae'],
  },
  {
    name: 'priority',
    version: '2.0.0',
    sha256: ['6f8eefce5f3ad59baf2c080a664037bb4725cd0a790d53d59ab4059288faf6aa'],
  },
  {
    name: 'python-dateutil',
    version: '2.9.0.post0',
    sha256: ['a8b2bc7bffae282281c8140a97d3aa9c14da0b136dfe83f850eea9a5f7470427'],
  },
  {
    name: 'six',
    version: '1.17.0',
    sha256: ['4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274'],
  },
  {
    name: 'urllib3',
    version: '2.8.0',
    sha256: ['0cf3cae568d36aa9576b28dfb35f11328f1cb974ca7647d9475ebb86c75ac6e3'],
  },
  {
    name: 'wsproto',
    version: '1.3.2',
    sha256: ['61eea322cdf56e8cc904bd3ad7573359a242ba65688716b0710a5eb12beab584'],
  },
  {
    name: 'pycparser',
    version: '3.0',
    sha256: ['b727414169a36b7d524c1c3e31839a521725078d7b2ff038656844266160a992'],
  },
  {
    name: 'exceptiongroup',
    version: '1.3.1',
    pythons: "python_version < '3.11'",
    sha256: ['a7a39a3bd276781e98394987d3a5701d0c4edffb633bb7a5144577f82c773598'],
  },
  {
    name: 'taskgroup',
    version: '0.2.2',
    pythons: "python_version < '3.11'",
    sha256: ['e2c53121609f4ae97303e9ea1524304b4de6faf9eb2c9280c7f87976479a52fb'],
  },
  {
    name: 'tomli',
    version: '2.5.0',
    pythons: "python_version < '3.11'",
    sha256: ['32a7b79ac57a2e83670ce329ccf675798bc5a2094783a63676866b70503f2e2b'],
  },
  {
    name: 'typing-extensions',
    version: '4.16.0',
    pythons: "python_version < '3.11'",
    sha256: ['481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8'],
  },
  ...COMPILED_PACKAGES,
];

/** What pip is told: these files and no others. */
export function requirements(packages: readonly EmulatorPackage[] = EMULATOR_PACKAGES): string {
  return packages
    .map(({ name, version, pythons, sha256 }) => {
      const marker = pythons === undefined ? '' : ` ; ${pythons}`;
      return `${name}==${version}${marker} ${sha256.map((digest) => `--hash=sha256:${digest}`).join(' ')}\n`;
    })
    .join('');
}
