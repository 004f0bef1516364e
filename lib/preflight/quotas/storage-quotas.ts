import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { allPages } from '../pages';
import type { Quota } from './quota';

/** The limits of what holds data. */
export const STORAGE_QUOTAS: readonly Quota[] = [
  {
    id: 'kms-keys',
    what: 'KMS keys (those of AWS counted in)',
    limit: { serviceCode: 'kms', quotaCode: 'L-C2F1777E' },
    actions: ['kms:ListKeys'],
    count: async (account) =>
      (
        await allPages(async (Marker) => {
          const page = await account.client(KMSClient).send(new ListKeysCommand({ Marker, Limit: 1000 }));
          return { items: page.Keys, next: page.NextMarker };
        })
      ).length,
    needed: () => 12,
    type: 'AWS::KMS::Key',
  },
  {
    id: 'db-instances',
    what: 'database instances',
    limit: { serviceCode: 'rds', quotaCode: 'L-7B6409FD' },
    actions: ['rds:DescribeDBInstances'],
    count: async (account) =>
      (
        await allPages(async (Marker) => {
          const page = await account.client(RDSClient).send(new DescribeDBInstancesCommand({ Marker }));
          return { items: page.DBInstances, next: page.Marker };
        })
      ).length,
    needed: () => 1,
    type: 'AWS::RDS::DBInstance',
  },
  {
    id: 's3-buckets',
    what: 'S3 buckets',
    limit: { serviceCode: 's3', quotaCode: 'L-DC2B2D3D', global: true },
    actions: ['s3:ListAllMyBuckets'],
    count: async (account) =>
      (
        await allPages(async (ContinuationToken) => {
          const page = await account
            .client(S3Client, account.home)
            .send(new ListBucketsCommand({ ContinuationToken, MaxBuckets: 1000 }));
          return { items: page.Buckets, next: page.ContinuationToken };
        })
      ).length,
    needed: () => 16,
    type: 'AWS::S3::Bucket',
  },
];
