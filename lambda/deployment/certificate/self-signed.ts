import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A certificate and its key, in PEM. The key leaves this process for ACM and for nowhere else. */
export interface CertificateMaterial {
  readonly certificate: string;
  readonly privateKey: string;
  readonly notAfter: Date;
}

/** Days that a self-made certificate is valid: what Apple's systems accept at most. */
export const VALID_DAYS = 825;

const DAY_MS = 86_400_000;

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** What a common name holds at most. */
const COMMON_NAME_LENGTH = 64;

/**
 * A certificate for one host name that signs itself, for a sandbox without a name: it encrypts, and proves nothing.
 *
 * @param serial 16 random bytes, hexadecimal
 * @see 45 CFR 164.312(e)(1)
 */
export async function selfSignedCertificate(
  hostName: string,
  now: Date,
  serial: string,
): Promise<CertificateMaterial> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const notAfter = new Date(now.getTime() + VALID_DAYS * DAY_MS);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serial,
      name: `CN=${commonName(hostName)}`,
      // Clocks differ: a certificate of this very second is not valid yet for some.
      notBefore: new Date(now.getTime() - 3_600_000),
      notAfter,
      keys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([{ type: 'dns', value: hostName }]),
      ],
    },
    webcrypto,
  );
  const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    certificate: certificate.toString('pem'),
    privateKey: PemConverter.encode(privateKey, 'PRIVATE KEY'),
    notAfter,
  };
}

/**
 * A load balancer takes no certificate whose common name is not a host name, and its own name may be too long for one: then
 * the domains above it stand there. Browsers look at the alternative name alone.
 */
function commonName(hostName: string): string {
  return hostName.length <= COMMON_NAME_LENGTH
    ? hostName
    : commonName(hostName.slice(hostName.indexOf('.') + 1));
}
