import {
  carriesAlerts,
  keepsAuditRecords,
} from '../../../../../../lambda/breach/domain/triage/event/audit-name';
import { estateOf } from '../../../../../../lambda/breach/domain/triage/options';

const estate = estateOf();

describe('keepsAuditRecords', () => {
  it.each([
    'aws-cloudtrail-logs-111122223333-abc',
    'CloudTrail',
    'org-audit-archive',
    '/vpc/flow-logs',
    's3-access-logs',
    'config-bucket-111122223333',
    'aws-waf-logs-app',
    'log-archive',
    'arn:aws:s3:::example-trail',
  ])('takes a name at its word: %s', (name) => {
    expect(keepsAuditRecords(name, estate)).toBe('yes');
  });

  it.each(['app-logs', '/log/app'])('is unsure of a name that only says it logs: %s', (name) => {
    expect(keepsAuditRecords(name, estate)).toBe('perhaps');
  });

  it.each(['patients', 'images', 'catalog', 'blog', 'trailer-videos', 'login-pages'])(
    'finds no audit in %s',
    (name) => {
      expect(keepsAuditRecords(name, estate)).toBe('no');
    },
  );

  it('knows the stores that are configured, by name or ARN', () => {
    const configured = estateOf({ auditStores: ['Vault-7'] });
    expect(keepsAuditRecords('vault-7', configured)).toBe('yes');
    expect(keepsAuditRecords('arn:aws:s3:::vault-7', configured)).toBe('yes');
    expect(keepsAuditRecords('vault-8', configured)).toBe('no');
  });

  it('is unsure without a name', () => {
    expect(keepsAuditRecords(undefined, estate)).toBe('perhaps');
  });
});

describe('carriesAlerts', () => {
  it.each([
    'security-alerts',
    'incident-intake',
    'orders-dlq',
    'soc-topic',
    'cloudtrail',
    'production-Response-TopicsUrgent0A1B',
    'production-Response-NotifierFunction0A1B',
    'escalation',
  ])('takes a name at its word: %s', (name) => {
    expect(carriesAlerts(name, estate)).toBe(true);
  });

  it.each(['orders', 'social-posts', 'associates', 'http-response-cache', undefined])(
    'finds none in %s',
    (name) => {
      expect(carriesAlerts(name, estate)).toBe(false);
    },
  );
});
