const BURSTABLE = ['micro', 'small', 'medium', 'large', 'xlarge', '2xlarge'];
const TO_16 = ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'];
const TO_24 = [...TO_16, '24xlarge'];
const TO_32 = [...TO_24, '32xlarge'];
const TO_48 = [...TO_24, '48xlarge'];

/**
 * The families of instance classes that RDS PostgreSQL 15 and later runs on, with their sizes: every one of them encrypts
 * its storage. A family need not be in every region. As of 2026-10-20, from AWS's price list and documentation; a later
 * family is one more row.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html
 */
export const INSTANCE_FAMILIES: Readonly<Record<string, readonly string[]>> = {
  m5: TO_24,
  m5d: TO_24,
  m6g: TO_16,
  m6gd: TO_16,
  m6i: TO_32,
  m6id: TO_32,
  m6idn: TO_32,
  m6in: TO_32,
  m7g: TO_16,
  m7i: TO_48,
  m8a: TO_48,
  m8g: TO_48,
  m8gd: TO_48,
  m9g: TO_48,
  r5: TO_24,
  r5b: TO_24,
  r5d: TO_24,
  r6g: TO_16,
  r6gd: TO_16,
  r6i: TO_32,
  r6id: TO_32,
  r6idn: TO_32,
  r6in: TO_32,
  r7g: TO_16,
  r7i: TO_48,
  r8a: TO_48,
  r8g: TO_48,
  r8gd: TO_48,
  t3: BURSTABLE,
  t4g: BURSTABLE,
  x2g: TO_16,
  x2idn: ['16xlarge', '24xlarge', '32xlarge'],
  x2iedn: ['xlarge', '2xlarge', '4xlarge', '8xlarge', '16xlarge', '24xlarge', '32xlarge'],
};

/** What an instance class must be, beginning with 'must', or undefined where it is that; it is written without 'db.'. */
export function instanceClassDemand(instanceClass: string): string | undefined {
  const [family = '', ...size] = instanceClass.split('.', 3);
  const sizes = Object.hasOwn(INSTANCE_FAMILIES, family) ? INSTANCE_FAMILIES[family] : undefined;
  if (sizes === undefined) {
    return "must be a current instance class of RDS PostgreSQL without 'db.', like 't4g.medium' or 'm7g.large'";
  }
  return sizes.includes(size.join('.'))
    ? undefined
    : `must have a size that ${family} comes in (${sizes.join(', ')})`;
}
