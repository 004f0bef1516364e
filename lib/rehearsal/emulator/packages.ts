/** A package of the local endpoint, as it is installed and in no other form. */
export interface EmulatorPackage {
  readonly name: string;
  readonly version: string;
  /**
   * Pythons that need it, as a marker of pip.
   *
   * @default all
   */
  readonly pythons?: string;
  /** Digests of its wheels: one, or one for each Python from 3.10 to 3.14 on Linux and macOS, x86-64 and ARM. */
  readonly sha256: readonly string[];
}

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
    name: 'pyyaml',
    version: '6.0.3',
    sha256: [
      '214ed4befebe12df36bcc8bc2b64b396ca31be9304b8f59e25c11cf94a4c033b',
      '02ea2dfa234451bbb8772601d7b8e426c2bfa197136796224e50e35a78777956',
      'b30236e45cf30d2b8e7b3e85881719e98507abed1011bf463a8fa23e9c3e98a8',
      '9c7708761fccb9397fe64bbc0395abcae8c4bf7b0eac081e12b809bf47700d0b',
      '418cf3f2111bc80e0933b2cd8cd04f286338bb88bdc7bc8e6dd775ebde60b5e0',
      '5e0b74767e5f8c593e8c9b5912019159ed0533c70051e9cce3e8b6aa699fcd69',
      '44edc647873928551a01e7a563d7452ccdebee747728c1080d881d68af7b997e',
      '652cb6edd41e718550aad172851962662ff2681490a8a711af6a4d288dd96824',
      '10892704fc220243f5305762e276552a0395f7beb4dbf9b14ec8fd43b57f126c',
      'b8bb0864c5a28024fac8a632c443c87c5aa6f215c0b126c449ae1a150412f31d',
      '1d37d57ad971609cf3c53ba6a7e365e40660e3be0e5175fa9f2365a379d6095a',
      '37503bfbfc9d2c40b344d06b2199cf0e96e97957ab1c1b546fd4f87e53e5d3e4',
      '7f047e29dcae44602496db43be01ad42fc6f1cc0d8cd6c83d342306c32270196',
      'fc09d0aa354569bc501d4e787133afc08552722d3ab34836a80547331bb5d4a0',
      '9149cad251584d5fb4981be1ecde53a1ca46c891a79788c0df828d2f166bda28',
      'ba1cc08a7ccde2d2ec775841541641e4548226580ab850948cbfda66a1befcdc',
      '8dc52c23056b9ddd46818a57b78404882310fb473d63f17b07d5c40421e47f8e',
      '41715c910c881bc081f1e8872880d3c650acf13dfa8214bad49ed4cede7c34ea',
      '8da9669d359f02c0b91ccc01cac4a67f16afec0dac22c2ad09f46bee0697eba8',
      '2283a07e2c21a2aa78d9c4442724ec1eb15f5e42a723b99cb3d822d48f5f7ad1',
      'ee2922902c45ae8ccada2c5b501ab86c36525b883eff4255313a253a3160861c',
      '0f29edc409a6392443abf94b9cf89ce99889a1dd5376d94316ae5145dfedd5d6',
      'f7057c9a337546edc7973c0d3ba84ddcdf0daa14533c2065749c9075001090e6',
      'eda16858a3cab07b80edaf74336ece1f986ba330fdb8ee0d6c0d68fe82bc96be',
      '8d1fab6bb153a416f9aeb4b8763bc0f22a5586065f86f7664fc23339fc1c1fac',
      '34d5fcd24b8445fadc33f9cf348c1047101756fd760b4dacb5c3e99755703310',
      '501a031947e3a9025ed4405a168e6ef5ae3126c59f90ce0cd6f2bfc477be31b7',
      'c458b6d084f9b935061bc36216e8a69a7e293a2f1e68bf956dcd9e6cbcd143f5',
      '7c6610def4f163542a622a73fb39f534f8c101d690126992300bf3207eab9764',
      '5190d403f121660ce8d1d2c1bb2ef1bd05b5f68533fc5c2ea899bd15f4399b35',
    ],
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
