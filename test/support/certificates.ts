import { type webcrypto as crypto, webcrypto } from 'node:crypto';
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const KEY = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

/** A certificate and its private key, both PEM. */
interface Identity {
  readonly certificate: string;
  readonly privateKey: string;
}

/** A certificate authority that lives for one test, and the server `localhost` that it vouches for. */
export interface TestAuthority {
  /** PEM, what a client trusts. */
  readonly certificate: string;
  readonly server: Identity;
}

/** Makes a new authority and the certificate of the server `localhost`. */
export async function makeAuthority(name = 'Test authority'): Promise<TestAuthority> {
  const authorityKeys = await makeKeys();
  const serverKeys = await makeKeys();
  const validity = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) };
  const authority = await X509CertificateGenerator.createSelfSigned(
    {
      name: `CN=${name}`,
      keys: authorityKeys,
      signingAlgorithm: KEY,
      ...validity,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      ],
    },
    webcrypto,
  );
  const server = await X509CertificateGenerator.create(
    {
      subject: 'CN=localhost',
      issuer: authority.subject,
      publicKey: serverKeys.publicKey,
      signingKey: authorityKeys.privateKey,
      signingAlgorithm: KEY,
      ...validity,
      extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])],
    },
    webcrypto,
  );
  return {
    certificate: authority.toString('pem'),
    server: { certificate: server.toString('pem'), privateKey: await privateKeyPem(serverKeys.privateKey) },
  };
}

async function makeKeys(): Promise<crypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
}

async function privateKeyPem(key: crypto.CryptoKey): Promise<string> {
  const body = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${body.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;
}
