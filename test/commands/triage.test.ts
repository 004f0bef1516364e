import { hipaa } from '../support/run-command';

const event = (eventName: string, more: object = {}) =>
  JSON.stringify({
    id: 'event-1',
    source: 'aws.cloudtrail',
    'detail-type': 'AWS API Call via CloudTrail',
    account: '111122223333',
    detail: {
      eventSource: 'cloudtrail.amazonaws.com',
      eventName,
      awsRegion: 'us-east-1',
      userIdentity: {
        type: 'IAMUser',
        accountId: '111122223333',
        arn: 'arn:aws:iam::111122223333:user/someone',
      },
      requestParameters: { name: 'trail' },
      ...more,
    },
  });

describe('hipaa triage', () => {
  it('prints one verdict a line, in the order of the events, and passes over empty lines', async () => {
    const input = `${event('StopLogging')}\n\nnot json\n${event('DescribeTrails', { readOnly: true })}\n`;
    const { exitCode, stdout, stderr } = await hipaa(['triage', '--format', 'json'], input);
    const verdicts = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['incident', 'malformed', 'ignore']);
    expect(Object.keys(verdicts[0]).sort()).toEqual(
      ['citations', 'dedupeKey', 'id', 'reasons', 'severity', 'signal', 'verdict'].sort(),
    );
  });

  it('tells a person on one line what it is and why', async () => {
    const { stdout } = await hipaa(['triage', '-'], event('StopLogging'));
    expect(stdout).toMatch(
      /^INCIDENT {2}critical cloudtrail-stopped: .*StopLogging.* \[164\.312\(b\).*\]\n$/,
    );
  });

  it('knows the accounts that it is told are ours', async () => {
    const shared = event('ModifyDBSnapshotAttribute', {
      eventSource: 'rds.amazonaws.com',
      requestParameters: {
        attributeName: 'restore',
        dBSnapshotIdentifier: 's',
        valuesToAdd: ['222233334444'],
      },
    });
    expect((await hipaa(['triage'], shared)).stdout).toMatch(/^INCIDENT/);
    expect((await hipaa(['triage', '--trusted-account', '222233334444'], shared)).stdout).not.toMatch(
      /^INCIDENT/,
    );
  });

  it('answers even to a line that is far too long', async () => {
    const { exitCode, stdout } = await hipaa(
      ['triage', '--format', 'json'],
      `${'x'.repeat(5_000_000)}\n${event('StopLogging')}`,
    );
    expect(exitCode).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).verdict),
    ).toEqual(['malformed', 'incident']);
  });

  it.each([
    [['triage', 'no/such/file'], "'FILE' must name a file, got: 'no/such/file'"],
    [['triage', 'lib'], "'FILE' must name a file, got: 'lib'"],
    [['triage', '-', 'more'], "one FILE at most may be given, got: 'more'"],
    [['triage', '--format', 'xml'], "'--format' must be one of text, json, got: 'xml'"],
    [['triage', '--trusted-account', '12'], "'--trusted-account' must be 12 digits, got: '12'"],
    [['triage', '--retention-days', '-1'], '(hipaa triage --help lists the options)'],
    [
      ['triage', '--retention-days', '0'],
      "'--retention-days' must be a number of days from 1 to 99999, got: '0'",
    ],
    [['triage', '--frob'], '(hipaa triage --help lists the options)'],
  ])('refuses %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await hipaa(args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('does not wait for a person who gave no file', async () => {
    expect(await hipaa(['triage'], '', true)).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
