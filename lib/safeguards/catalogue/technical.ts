import { NEEDS } from '../needs';
import type { SafeguardRow } from '../safeguard';

const LAW = { basis: 'law', profile: 'current' } as const;

/**
 * Access, audit, integrity, authentication and transmission.
 *
 * @see 45 CFR 164.312
 */
export const TECHNICAL: readonly SafeguardRow[] = [
  {
    ...LAW,
    kind: 'standard',
    citation: '164.312(a)(1)',
    title: 'Access control',
    asks: 'Let only those persons and programs reach ePHI that were granted access.',
    restsOn: ['164.312(a)(2)(i)', '164.312(a)(2)(ii)', '164.312(a)(2)(iii)', '164.312(a)(2)(iv)'],
    needs: [NEEDS.role, NEEDS.customerPolicy, NEEDS.network],
    constructs: [
      { file: 'lib/constructs/managed-policy-role.ts', name: 'ManagedPolicyRole' },
      { file: 'lib/constructs/isolated-vpc.ts', name: 'IsolatedVpc' },
      { file: 'lib/constructs/phi-bucket.ts', name: 'PhiBucket' },
      { file: 'lib/constructs/data-perimeter.ts', name: 'principalPerimeter' },
    ],
    tests: [
      'test/constructs/managed-policy-role.test.ts',
      'test/constructs/isolated-vpc.test.ts',
      'test/constructs/phi-bucket.test.ts',
      'test/constructs/data-perimeter.test.ts',
    ],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.312(a)(2)(i)',
    title: 'Unique user identification',
    asks: 'Give every user a name or number of their own, and follow it.',
    needs: [NEEDS.trail, NEEDS.userPool],
    attestations: ['unique-accounts'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.312(a)(2)(ii)',
    title: 'Emergency access procedure',
    asks: 'Have a way of reaching needed ePHI in an emergency.',
    attestations: ['emergency-access'],
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.312(a)(2)(iii)',
    title: 'Automatic logoff',
    asks: 'End a session after a set time of inactivity.',
    needs: [NEEDS.userPoolClient],
    attestations: ['workstation-policy'],
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.312(a)(2)(iv)',
    title: 'Encryption and decryption',
    asks: 'Be able to encrypt and decrypt ePHI.',
    needs: [NEEDS.key],
    constructs: [
      { file: 'lib/constructs/encryption-key.ts', name: 'EncryptionKey' },
      { file: 'lib/constructs/secure-bucket.ts', name: 'SecureBucket' },
      { file: 'lib/constructs/encrypted-log-group.ts', name: 'EncryptedLogGroup' },
      { file: 'lib/constructs/postgres-database.ts', name: 'PostgresDatabase' },
    ],
    tests: [
      'test/constructs/encryption-key.test.ts',
      'test/constructs/secure-bucket.test.ts',
      'test/constructs/postgres-database.test.ts',
    ],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.312(b)',
    title: 'Audit controls',
    asks: 'Record what happens in systems with ePHI, and examine the record.',
    needs: [NEEDS.trail, NEEDS.logGroup, NEEDS.flowLog, NEEDS.alarm, NEEDS.detector],
    constructs: [
      { file: 'lib/constructs/audit-trail.ts', name: 'AuditTrail' },
      { file: 'lib/constructs/vpc-flow-log.ts', name: 'VpcFlowLog' },
      { file: 'lib/constructs/access-log-bucket.ts', name: 'AccessLogBucket' },
      { file: 'lib/constructs/postgres-parameters.ts', name: 'postgresParameters' },
    ],
    tests: [
      'test/constructs/audit-trail.test.ts',
      'test/constructs/vpc-flow-log.test.ts',
      'test/constructs/access-log-bucket.test.ts',
      'test/constructs/postgres-parameters.test.ts',
    ],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.312(c)(1)',
    title: 'Integrity',
    asks: 'Protect ePHI from being altered or destroyed improperly.',
    restsOn: ['164.312(c)(2)'],
    needs: [NEEDS.trail, NEEDS.bucket, NEEDS.backupVault],
    constructs: [
      { file: 'lib/constructs/archive-bucket.ts', name: 'ArchiveBucket' },
      { file: 'lib/constructs/locked-vault.ts', name: 'LockedVault' },
    ],
    tests: ['test/constructs/archive-bucket.test.ts', 'test/constructs/locked-vault.test.ts'],
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.312(c)(2)',
    title: 'Mechanism to authenticate ePHI',
    asks: 'Be able to show that ePHI was not altered or destroyed.',
    needs: [NEEDS.trail, NEEDS.bucket],
    constructs: [{ file: 'lib/constructs/phi-bucket.ts', name: 'PhiBucket' }],
    tests: ['test/constructs/phi-bucket.test.ts', 'test/constructs/audit-trail.test.ts'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.312(d)',
    title: 'Person or entity authentication',
    asks: 'Make sure that whoever asks for ePHI is who they claim to be.',
    needs: [NEEDS.userPool],
    attestations: ['workforce-authentication'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.312(e)(1)',
    title: 'Transmission security',
    asks: 'Guard ePHI against outsiders while a network carries it.',
    restsOn: ['164.312(e)(2)(i)', '164.312(e)(2)(ii)'],
    needs: [NEEDS.network, NEEDS.bucketPolicy],
    constructs: [
      { file: 'lib/constructs/isolated-vpc.ts', name: 'IsolatedVpc' },
      { file: 'lib/constructs/vpc-endpoints.ts', name: 'VpcEndpoints' },
      { file: 'lib/constructs/secure-bucket.ts', name: 'SecureBucket' },
    ],
    tests: ['test/constructs/vpc-endpoints.test.ts', 'test/constructs/secure-bucket.test.ts'],
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.312(e)(2)(i)',
    title: 'Integrity controls',
    asks: 'Notice when ePHI is altered on its way.',
    needs: [NEEDS.bucketPolicy],
    constructs: [{ file: 'lib/constructs/phi-bucket.ts', name: 'PhiBucket' }],
    tests: ['test/constructs/phi-bucket.test.ts'],
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.312(e)(2)(ii)',
    title: 'Encryption',
    asks: 'Encrypt ePHI on its way where that is appropriate.',
    needs: [NEEDS.bucketPolicy, NEEDS.key],
    constructs: [
      { file: 'lib/constructs/secure-bucket.ts', name: 'SecureBucket' },
      { file: 'lib/constructs/postgres-parameters.ts', name: 'postgresParameters' },
    ],
    tests: ['test/constructs/secure-bucket.test.ts', 'test/constructs/postgres-parameters.test.ts'],
  },
];
