import {
  EnableEbsEncryptionByDefaultCommand,
  GetEbsDefaultKmsKeyIdCommand,
  GetEbsEncryptionByDefaultCommand,
  ModifyEbsDefaultKmsKeyIdCommand,
  ResetEbsDefaultKmsKeyIdCommand,
} from '@aws-sdk/client-ec2';
import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
} from '@aws-sdk/client-ssm';
import { keyBefore } from '../../../../lambda/account-settings/settings/ebs-encryption';
import { request, serviceError, surroundings } from '../requests';

const OURS = 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001';
const THEIRS = 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000002';
const AWS_OWN = 'arn:aws:kms:us-east-1:111122223333:alias/aws/ebs';
const WANTED = { Enabled: 'true', KeyId: OURS };

function accountWith(enabled: boolean, keyId: string, record?: unknown) {
  const around = surroundings();
  around.ec2.on(GetEbsEncryptionByDefaultCommand).resolves({ EbsEncryptionByDefault: enabled });
  around.ec2.on(GetEbsDefaultKmsKeyIdCommand).resolves({ KmsKeyId: keyId });
  const recalled = around.ssm.on(GetParameterCommand);
  if (record === undefined) recalled.rejects(new ParameterNotFound({ message: '', $metadata: {} }));
  else recalled.resolves({ Parameter: { Value: JSON.stringify(record) } });
  const writes = () =>
    around.ec2.calls().flatMap(({ args: [command] }) => {
      if (command instanceof ModifyEbsDefaultKmsKeyIdCommand) return [`key ${command.input.KmsKeyId}`];
      if (command instanceof ResetEbsDefaultKmsKeyIdCommand) return ['key of AWS'];
      return command instanceof EnableEbsEncryptionByDefaultCommand ? ['on'] : [];
    });
  return { ...around, writes };
}

describe('default EBS encryption', () => {
  it('is switched on under our key, and what was found is kept', async () => {
    const { ask, writes, ssm } = accountWith(false, AWS_OWN);
    expect(await ask(request('Create', 'ebs-encryption', WANTED))).toMatchObject({ Status: 'SUCCESS' });
    expect(writes()).toEqual([`key ${OURS}`, 'on']);
    expect(ssm.commandCalls(PutParameterCommand)[0]?.args[0].input.Value).toBe(
      JSON.stringify({ Enabled: false, KeyId: AWS_OWN }),
    );
  });

  it('is left alone where it holds already', async () => {
    const { ask, writes } = accountWith(true, OURS);
    expect(await ask(request('Update', 'ebs-encryption', WANTED))).toMatchObject({ Status: 'SUCCESS' });
    expect(writes()).toEqual([]);
  });

  it('never is switched off when the stack goes, but no longer needs our key', async () => {
    const { ask, writes, ssm } = accountWith(true, OURS, { Enabled: false, KeyId: THEIRS });
    expect(await ask(request('Delete', 'ebs-encryption', WANTED))).toMatchObject({ Status: 'SUCCESS' });
    expect(writes()).toEqual([`key ${THEIRS}`, 'on']);
    expect(ssm.commandCalls(DeleteParameterCommand)).toHaveLength(1);
  });

  it('goes back to the key of AWS where that was the one before', async () => {
    const { ask, writes } = accountWith(true, OURS, { Enabled: true, KeyId: AWS_OWN });
    await ask(request('Delete', 'ebs-encryption', WANTED));
    expect(writes()).toEqual(['key of AWS', 'on']);
  });

  it('keeps a key that somebody has chosen since', async () => {
    const { ask, writes } = accountWith(true, THEIRS, { Enabled: false, KeyId: AWS_OWN });
    expect(await ask(request('Delete', 'ebs-encryption', WANTED))).toMatchObject({ Status: 'SUCCESS' });
    expect(writes()).toEqual([]);
  });

  it('has nothing to put back after a creation that changed nothing', async () => {
    const { ask, writes } = accountWith(false, THEIRS);
    expect(await ask(request('Delete', 'ebs-encryption', WANTED))).toMatchObject({ Status: 'SUCCESS' });
    expect(writes()).toEqual([]);
  });

  it('is not taken for put back when that fails, and the record stays for the next attempt', async () => {
    const { ask, ec2, ssm } = accountWith(true, OURS, { Enabled: false, KeyId: THEIRS });
    ec2.on(ModifyEbsDefaultKmsKeyIdCommand).rejects(serviceError('UnauthorizedOperation'));
    expect(await ask(request('Delete', 'ebs-encryption', WANTED))).toMatchObject({ Status: 'FAILED' });
    expect(ssm.commandCalls(DeleteParameterCommand)).toEqual([]);
  });

  it('does not act on a record that it cannot read', async () => {
    const { ask, writes } = accountWith(true, OURS, { Enabled: 'perhaps' });
    expect(await ask(request('Delete', 'ebs-encryption', WANTED))).toMatchObject({ Status: 'FAILED' });
    expect(writes()).toEqual([]);
  });

  it('does not act on a record that is no record at all', async () => {
    const { ask, writes, ssm } = accountWith(true, OURS);
    ssm.on(GetParameterCommand).resolves({ Parameter: { Value: 'somebody was here' } });
    expect(await ask(request('Delete', 'ebs-encryption', WANTED))).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('cannot be read'),
    });
    expect(writes()).toEqual([]);
  });

  it('asks of an adopting account that it encrypts, with whatever key', async () => {
    const adopt = request('Create', 'ebs-encryption', WANTED, { mode: 'adopt' });
    const on = accountWith(true, THEIRS);
    expect(await on.ask(adopt)).toMatchObject({ Status: 'SUCCESS' });
    const off = accountWith(false, THEIRS);
    expect(await off.ask(adopt)).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('Enabled'),
    });
    expect([...on.writes(), ...off.writes()]).toEqual([]);
  });

  it('forgets what it found when it is adopted: from then on nothing is ours to put back', async () => {
    const { ask, ssm, writes } = accountWith(true, OURS, { Enabled: false, KeyId: THEIRS });
    await ask(request('Update', 'ebs-encryption', WANTED, { mode: 'adopt' }));
    expect(ssm.commandCalls(DeleteParameterCommand).map(({ args }) => args[0].input.Name)).toEqual([
      '/hipaa-baseline/sandbox/account-settings/ebs-encryption',
    ]);
    expect(writes()).toEqual([]);
  });

  it('never puts back a record that names our own key', () => {
    expect(
      keyBefore(
        { Enabled: true, KeyId: OURS },
        { Enabled: true, KeyId: OURS },
        { Enabled: true, KeyId: OURS },
      ),
    ).toEqual({ Enabled: true, KeyId: 'alias/aws/ebs' });
  });
});
