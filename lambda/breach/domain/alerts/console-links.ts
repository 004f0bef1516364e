/** Pages of the AWS console by what a signal is about, the first that fits its id. */
const PAGES: readonly (readonly [signals: RegExp, name: string, page: string])[] = [
  [/^guardduty|^malware/, 'GuardDuty findings', 'guardduty/home#/findings'],
  [/^macie|^sensitive-data/, 'Macie findings', 'macie/home#findings'],
  [/^config-/, 'AWS Config', 'config/home#/dashboard'],
  [/^external-access|^internal-access/, 'Access Analyzer', 'access-analyzer/home#/findings'],
  [/^security-finding|^compliance-check/, 'Security Hub findings', 'securityhub/home#/findings'],
  [/^inspector/, 'Inspector findings', 'inspector/v2/home#/findings'],
  [/^alarm-/, 'CloudWatch alarms', 'cloudwatch/home#alarmsV2:'],
  [/bucket|object|version|^lock-|^records-expire|^replication|public-access/, 'S3 buckets', 's3/buckets'],
  [/database|snapshot|activity-stream/, 'RDS databases', 'rds/home#databases:'],
  [/backup/, 'AWS Backup', 'backup/home#/'],
  [/^key-/, 'KMS keys', 'kms/home#/kms/keys'],
  [/^abuse-|^security-notice/, 'AWS Health', 'health/home#/account/dashboard/open-issues'],
  [/^cloudtrail|^event-data-store|^unusual/, 'CloudTrail trails', 'cloudtrailv2/home#/trails'],
  [/^log-/, 'CloudWatch log groups', 'cloudwatch/home#logsV2:log-groups'],
  [/^event-route/, 'EventBridge rules', 'events/home#/rules'],
  [/^port|network|firewall|flow-log/, 'VPC security groups', 'vpcconsole/home#SecurityGroups:'],
  [/root|mfa|sign-in|rights|role|credential|identity|trust|second-factor/, 'IAM', 'iam/home#/home'],
];

/** A page of the console and what it shows. */
export interface ConsoleLink {
  readonly name: string;
  readonly url: string;
}

/** A CloudTrail record is found by its id: there the names stand that an alert leaves out. */
export function consoleLinks(
  signal: string | null,
  region: string | null,
  eventId: string | null,
): readonly ConsoleLink[] {
  const links: ConsoleLink[] = [];
  if (eventId !== null) {
    links.push({
      name: 'The record of the call, with its names',
      url: pageUrl(`cloudtrailv2/home#/events/${eventId}`, region),
    });
  }
  const page = signal === null ? undefined : PAGES.find(([signals]) => signals.test(signal));
  if (page !== undefined) {
    links.push({ name: page[1], url: pageUrl(page[2], region) });
  }
  if (eventId === null) {
    links.push({ name: 'CloudTrail events', url: pageUrl('cloudtrailv2/home#/events', region) });
  }
  return links;
}

function pageUrl(page: string, region: string | null): string {
  const [path, fragment] = page.split('#');
  const query = region === null ? '' : `?region=${region}`;
  return `https://${domainOf(region)}/${path}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}

function domainOf(region: string | null): string {
  if (region?.startsWith('us-gov-')) {
    return 'console.amazonaws-us-gov.com';
  }
  return region?.startsWith('cn-') ? 'console.amazonaws.cn' : 'console.aws.amazon.com';
}
