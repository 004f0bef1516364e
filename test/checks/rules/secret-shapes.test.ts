import { holdsSecretShape, namesSecret, pointsByValue } from '../../../lib/checks/rules/secret-shapes';

describe('namesSecret', () => {
  it.each([
    'PASSWORD',
    'DB_PASSWORD',
    'dbPassword',
    'db-password',
    'MasterUserPassword',
    'API_KEY',
    'apiKey',
    'AWS_SECRET_ACCESS_KEY',
    'JWT_SECRET',
    'GITHUB_TOKEN',
    'PRIVATE_KEY',
    'ENCRYPTION_KEY',
    'CONNECTION_STRING',
    'SMTP_PWD',
    '/records/database/password',
  ])('takes %s for a secret', (name) => {
    expect(namesSecret(name)).toBe(true);
  });

  it.each([
    'DB_SECRET_ARN',
    'SECRET_NAME',
    'TOKEN_TTL_SECONDS',
    'TokenValidity',
    'PASSWORD_MIN_LENGTH',
    'AWS_ACCESS_KEY_ID',
    'KMS_KEY',
    'TOKEN_ENDPOINT',
    'SECRETS_PATH',
    'TABLE_NAME',
    'KEYBOARD',
    'MONKEY',
    'PASSWORDLESS',
    'SECRETARY',
    'TOKENIZER',
    'BootstrapVersion',
  ])('takes %s for something else', (name) => {
    expect(namesSecret(name)).toBe(false);
  });
});

describe('pointsByValue', () => {
  it.each([
    '',
    ' ',
    'true',
    'FALSE',
    'arn:aws:secretsmanager:us-east-1:111122223333:secret:x',
    '/records/password',
  ])('takes %j for no secret', (text) => {
    expect(pointsByValue(text)).toBe(true);
  });

  it.each(['hunter2', '12345678', '/with space', 'trueish'])('takes %j for one', (text) => {
    expect(pointsByValue(text)).toBe(false);
  });
});

describe('holdsSecretShape', () => {
  // Put together here, so that nobody's scanner takes them for secrets of this project.
  const made = (...parts: string[]) => parts.join('');

  it.each([
    made('AKIA', 'IOSFODNN7EXAMPLE'),
    made('-----BEGIN RSA PRIVATE ', 'KEY-----'),
    made('-----BEGIN PRIVATE ', 'KEY-----'),
    made('token gh', 'p_', 'a'.repeat(36)),
    made('github', '_pat_', 'a'.repeat(22)),
    made('glp', 'at-', 'a'.repeat(20)),
    made('xox', 'b-', '1234567890'),
    made('sk', '_live_', 'a'.repeat(16)),
    made('S', 'G.', 'a'.repeat(22), '.', 'b'.repeat(43)),
    made('ey', 'J', 'a'.repeat(20), '.ey', 'J', 'b'.repeat(20), '.c'),
    made('postgres://app:', 'hunter2', '@db.example:5432/records'),
  ])('finds one in %s', (text) => {
    expect(holdsSecretShape(text)).toBe(true);
  });

  it.each([
    'arn:aws:iam::111122223333:role/Reader',
    'https://records.example:8443/path?x=a@b',
    'postgres://app:$' + '{Password}@db.example',
    'AKIA',
    'a'.repeat(64),
  ])('finds none in %s', (text) => {
    expect(holdsSecretShape(text)).toBe(false);
  });

  it('stays quick on a long hostile text', () => {
    const started = process.cpuUsage().user;
    for (const piece of ['eyJ', '://a:', '-----BEGIN A ', 'AKIA', 'SG.a', 'a']) {
      expect(holdsSecretShape(piece.repeat(100_000))).toBe(false);
    }
    expect(process.cpuUsage().user - started).toBeLessThan(5_000_000);
  });
});
