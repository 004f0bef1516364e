import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RemovalPolicy } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { createClients } from '../../lambda/account-settings/clients';
import { settingsOf } from '../../lambda/account-settings/settings/settings';
import { AccountSettings } from '../../lib/constructs/account-settings';
import { SETTING_ACTIONS } from '../../lib/constructs/account-settings-actions';
import { type AccountSettingModes, hardenAccount } from '../../lib/constructs/account-settings-wanted';
import { bundleFunction, sourceOf } from '../../lib/constructs/function-code';
import { neighbours, testStack } from '../support/test-stack';

const MANAGE: AccountSettingModes = {
  passwordPolicy: 'manage',
  publicAccessBlock: 'manage',
  ebsEncryption: 'manage',
};
const ADOPT: AccountSettingModes = {
  passwordPolicy: 'adopt',
  publicAccessBlock: 'adopt',
  ebsEncryption: 'adopt',
};

function settingsTemplate(modes: AccountSettingModes): Template {
  const stack = testStack();
  const { key } = neighbours(stack);
  const settings = new AccountSettings(stack, 'Settings', {
    environmentName: 'sandbox',
    logKey: key,
    logRetentionDays: 365,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  hardenAccount(settings, modes, key);
  return Template.fromStack(stack);
}

function actionsIn(template: Template): string[] {
  const [policy] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
  return policy?.Properties.PolicyDocument.Statement.flatMap(
    ({ Action }: { Action: string | string[] }) => Action,
  ).sort();
}

const managed = settingsTemplate(MANAGE);

describe('the account settings', () => {
  it.each([
    [
      'password-policy',
      {
        MinimumPasswordLength: '14',
        RequireSymbols: 'true',
        RequireNumbers: 'true',
        RequireUppercaseCharacters: 'true',
        RequireLowercaseCharacters: 'true',
        AllowUsersToChangePassword: 'true',
        MaxPasswordAge: '90',
        PasswordReusePrevention: '24',
        HardExpiry: 'false',
      },
    ],
    [
      'public-access-block',
      {
        BlockPublicAcls: 'true',
        IgnorePublicAcls: 'true',
        BlockPublicPolicy: 'true',
        RestrictPublicBuckets: 'true',
      },
    ],
    ['ebs-encryption', { Enabled: 'true', KeyId: Match.stringLikeRegexp('^arn:aws:kms:') }],
  ])('demand of every account its %s', (setting, wanted) => {
    managed.hasResourceProperties('Custom::AccountSetting', {
      Setting: setting,
      Mode: 'manage',
      Record: `/hipaa-baseline/sandbox/account-settings/${setting}`,
      Wanted: wanted,
    });
  });

  it.each(['passwordPolicy', 'publicAccessBlock', 'ebsEncryption'] as const)(
    'leave %s to the account where it is adopted, with no permission to write it',
    (name) => {
      const template = settingsTemplate({ ...MANAGE, [name]: 'adopt' });
      const modes = Object.values(template.findResources('Custom::AccountSetting')).map(
        ({ Properties }) => Properties.Mode,
      );
      expect(modes.filter((mode) => mode === 'adopt')).toHaveLength(1);
      const lost = actionsIn(managed).filter((action) => !actionsIn(template).includes(action));
      expect(lost.length).toBeGreaterThan(0);
      expect(lost.filter((action) => !/:(Update|Put|Enable|Modify|Reset)/.test(action))).toEqual([]);
    },
  );

  it('are made by a function that may do what was asked, action by action, and no more', () => {
    expect(actionsIn(managed)).toEqual([
      'ec2:EnableEbsEncryptionByDefault',
      'ec2:GetEbsDefaultKmsKeyId',
      'ec2:GetEbsEncryptionByDefault',
      'ec2:ModifyEbsDefaultKmsKeyId',
      'ec2:ResetEbsDefaultKmsKeyId',
      'iam:GetAccountPasswordPolicy',
      'iam:UpdateAccountPasswordPolicy',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetAccountPublicAccessBlock',
      's3:PutAccountPublicAccessBlock',
      'ssm:DeleteParameter',
      'ssm:GetParameter',
      'ssm:PutParameter',
    ]);
    const writing = actionsIn(settingsTemplate(ADOPT)).filter((action) => !/:Get|^logs:/.test(action));
    expect(writing).toEqual(['ssm:DeleteParameter']);
  });

  it('keep what was found under their own names and nowhere else', () => {
    const [policy] = Object.values(managed.findResources('AWS::IAM::ManagedPolicy'));
    const records = policy?.Properties.PolicyDocument.Statement.filter(({ Action }: { Action: unknown }) =>
      JSON.stringify(Action).includes('ssm:'),
    ).flatMap(({ Resource }: { Resource: unknown }) => Resource);
    expect(records).toEqual(
      ['ebs-encryption', 'password-policy', 'public-access-block'].map(
        (setting) =>
          `arn:aws:ssm:us-east-1:111122223333:parameter/hipaa-baseline/sandbox/account-settings/${setting}`,
      ),
    );
  });

  it('are made by a function outside the network, in time for CloudFormation, with its log under our key', () => {
    managed.hasResourceProperties('AWS::Lambda::Function', {
      Timeout: 120,
      VpcConfig: Match.absent(),
      Environment: Match.absent(),
      LoggingConfig: { LogGroup: { Ref: Match.anyValue() } },
    });
    managed.allResourcesProperties('Custom::AccountSetting', { ServiceTimeout: '900' });
    managed.hasResourceProperties('AWS::Logs::LogGroup', {
      KmsKeyId: Match.stringLikeRegexp('^arn:aws:kms:'),
      RetentionInDays: 365,
      DataProtectionPolicy: Match.anyValue(),
    });
  });

  it('are all known to the function, and the function knows no other', () => {
    process.env.AWS_REGION = 'us-east-1';
    expect([...settingsOf(createClients(), '111122223333').keys()].sort()).toEqual(
      Object.keys(SETTING_ACTIONS).sort(),
    );
  });

  it('are made by a bundle that runs by itself', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
    try {
      const outfile = path.join(folder, 'index.js');
      bundleFunction(sourceOf('account-settings/handlers/account-settings'), outfile);
      const { handler } = require(outfile);
      await expect(handler({}, { getRemainingTimeInMillis: () => 1000 })).rejects.toThrow(
        "'event' must be a request of CloudFormation",
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
