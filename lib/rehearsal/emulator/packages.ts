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
  /** Digests of its wheels: one, or those for Python 3.10 to 3.14 on Linux and macOS, x86-64 and ARM. */
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
    name: 'cryptography',
    version: '48.0.1',
    sha256: [
      '3e4a1a3232eef2e6c732827d5722db29a0cc8b27af2a4d865b094cf954be9ca1',
      '32143b24adb918f078134e1e230f1eb8cc04886b92c28b5f0041aaf3e5699225',
      'f0d27a5696721ef7a672b8c810f6aded391058e0b9486e63e6d93baf765da691',
      'eb86ce1af36fe65041b6db9a8bb064ee621a7e5fded0f80d475ec243477cd242',
      '3752f2dbc8f07a30aad2932c986cea495b03bb554887828225da104f732852b6',
      '66fd0771e7b9c6dcd44cf1120690d2338d16d72795cf40cae2786a39eba65429',
      '0ee6ea481db1ab889cba043ec1eda17bb9c1ea79db6722f779c3667f9f70322f',
      'f2ceef93cb096aa3c4cc4b5c94ca6131f9196d28c64d6111533402a9b2054d41',
      '9bd3f92d76217892b15df84ca256c2c113d386fdda7a7d8691aeeced976507c6',
      '4fdc69f8e4316bcf0c8c8ec1f26f285d12e8142d88d96c876a59a03be3f6ae67',
      '48fe40804d4caa2288f24e70ca8c64c42dd826da0ad7e4f1b41b2128d679e6c8',
      '86be3b1b0b6bf09482fb50a979c508d2950ed95f5621ec77f4e385962006b83a',
      '4ab0a343c807bbcd90c971cd1ecf072937cd01847a9e002bef88fb47ac6be577',
      '88c852a0ae366e262e5a1744b685e6a433dc8788dd2a277e418bf4904203609d',
      'fe0180af5bf9236518a087e35bf2d9a347d5f5f51e63c579d683ddff424e3d46',
      'b74ca3b8e5ecdd833bf6a002ca41b4793bb27fb8f1c06ffaf2643c9e9140e31b',
      '2c37f2461406063b417837f5f3daab668652acd82423efcd7f0a9f04be972de1',
      '86fe77abb1bd87afb251d4d02ada7ecf53a32cee9b67d976abb2e45a13297475',
    ],
  },
  {
    name: 'cffi',
    version: '2.1.1',
    sha256: [
      'baed1e86cc735622097354b9d1281406caf42ff42a886d29faa8e8d1630333be',
      'ca82be1a1d406ecfe1d25dc16cb33488e5a16bf4438c9fb590484ea29d92478b',
      '5a59cc1c4442bc3d5c703bf720b51138d0bfc173618807c9ee2490a7541dd3d9',
      '194cffa889098ced9976c3fc6340305e43f6303657d298da55366907c05c22d6',
      '5bb4e7ea95dcd6a014a6fef62e62467d67d8e582326443f3d68e71d6320a9fcf',
      '1dea0e4d7d4f11f619fe8c1d76caf49e24405b4b5743c0e3be16a500ecd930c9',
      'c8d2c9fd1f2d16f780d15127abb050d13d1a76c03a4bd87d7e4980e45e511e12',
      '398aff33cee2767e3e781d2554c54bd0dff386bb437581e0d8011fde1a942ec1',
      '3311ed60d36f83378794e1009ac6258bafbf81f7888b4caa7b35a521e3f95813',
      '34e261f78cb6ceaaa36f42f2613f4380d94d9c759a9c73c769ee6e0247364632',
      '7225e4514edb64eb6740324353e0da0711954fd8d7da4576755b1c6e09b697cd',
      'f5cfbc5fe74540d335175b656c725d74d90e3730c626d92575eea35029d9afaa',
      'c8c69575568085ba0b1b10c0249d779a214aea6f6522e949a0fc9fb0fcb449d0',
      'f81b3b8f3d4e343550fa4baa0e479bba9f2d29ce9c2e9b51d1ce1718d7442fcf',
      '68e62fe11f30d5ca8289242866f0a5291402d8529ca2178ab8afc5c9694ae890',
      'c1453022f490d2459a11819d83ad1d586e9ff65a12ac3e705ffebd46d3685dcf',
      '208f941bb9d18e768138677f0a6d2ce01f590df56043dda1df1535ac57c88517',
      '210019b6c7cf07f081b4c54635c8cf744377001350e29cc0f81c4377b4797735',
      '9d2055050ea716bd38b7f7f1579c275386646b4894c155a3e2f3cd62ed41b7c6',
      '19ee6127ee34de7d83ce3d371ebc5ed91addbdcc39f9ab15ce4eb35a4e534971',
      'f16c709686a78c727bbbf059f92b0bf41c6fc60deec706d2dc19f529175a6125',
      'a931079504ecc49efed7744c476a5c343a92fabf66dec2db95edb1b2fdc770e2',
      'a2d7755bef5a12ed488f4ef1f1b69ee9191d7396083b755a5d2295f6edb4768b',
      'e0bcb7e0f677f543555d2adff3bf19c05f66cdb4796e5ff602442ab2fe3c4ef7',
      'd28630f5854ab07ab1fd4aba756de52326c82e6be15d414b12793f1975048b54',
      '661c298b4821edebead0c91edd2b00374d67ad7c5a1f7a91d4442633b79d6a72',
      '58acb8ab8e295e6c5ea12f888cbb13cf21511ef2a3303a23f4325c29d17fe5c1',
      'b0431303acaea1089ad4b3e9ce4e6518193def1118d4073ca848635ee4ea2e96',
      '64faea20f4e2613363a1a9b9c7dd73058f3ecd00133a511e72ad7c511658f527',
      '5c58fe613dc5e5336357eff555824a314d8e43282600435c8d1cb6a7a2fedd13',
    ],
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
