import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { iamPassword } from '../../../../lambda/records/adapters/postgres/iam-password';
import { databaseAuthorities } from '../../../../lambda/records/adapters/postgres/rds-authorities';
import { makeAuthority } from '../../../support/certificates';

describe('databaseAuthorities', () => {
  it.each(['us-east-1', 'us-west-2', 'eu-central-1'])(
    'trusts the roots of RDS in %s and no others',
    (region) => {
      const found = databaseAuthorities(region, undefined).map((pem) => new X509Certificate(pem));
      expect(found.map(({ subject }) => /CN=(.*)/.exec(subject)?.[1]).sort()).toEqual([
        `Amazon RDS ${region} Root CA ECC384 G1`,
        `Amazon RDS ${region} Root CA RSA2048 G1`,
        `Amazon RDS ${region} Root CA RSA4096 G1`,
      ]);
      for (const { validTo } of found) expect(Date.parse(validTo)).toBeGreaterThan(Date.UTC(2060, 0));
    },
  );

  it.each(['us-gov-west-1', 'cn-north-1', 'xx-nowhere-1', '.*', ''])("trusts nobody in '%s'", (region) => {
    expect(() => databaseAuthorities(region, undefined)).toThrow("'region' must be");
  });

  it('reads a bundle where one is given, whatever the region', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    const { certificate } = await makeAuthority();
    const [bundle, empty] = [join(folder, 'bundle.pem'), join(folder, 'empty.pem')];
    writeFileSync(bundle, `# comment\n${certificate}\n${certificate}`);
    writeFileSync(empty, 'nothing');
    expect(databaseAuthorities('us-gov-west-1', bundle)).toHaveLength(2);
    expect(() => databaseAuthorities('us-east-1', empty)).toThrow("'file' must hold certificates in PEM");
    rmSync(folder, { recursive: true });
  });
});

describe('iamPassword', () => {
  it('signs a login of one user at one server for fifteen minutes', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
    });
    try {
      const address = { host: 'db.example', port: 54_320, databaseName: 'records', user: 'records_service' };
      const url = new URL(`https://${await iamPassword(address, 'us-east-1')()}`);
      expect(url.host).toBe('db.example:54320');
      expect(Object.fromEntries(url.searchParams)).toMatchObject({
        Action: 'connect',
        DBUser: 'records_service',
        'X-Amz-Expires': '900',
      });
    } finally {
      process.env = before;
    }
  });
});
