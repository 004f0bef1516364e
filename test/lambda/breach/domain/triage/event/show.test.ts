import { showCode, showValue } from '../../../../../../lambda/breach/domain/triage/event/show';

describe('showValue', () => {
  it.each([
    true,
    7,
    '999988887777',
    '0.0.0.0/0',
    '::/0',
    'arn:aws:iam::aws:policy/AdministratorAccess',
    'sns.amazonaws.com',
    '*',
  ])('repeats what AWS defines: %j', (value) => {
    expect(showValue(value)).toBe(String(value));
  });

  it.each([
    'Jane Doe',
    'jane.doe@example.com',
    'arn:aws:iam::111122223333:user/jane',
    'arn:aws:iam::111122223333:policy/jane',
    '000-12-3456',
    '5550100',
    'x'.repeat(5000),
  ])('puts a token in the place of anything else: %j', (value) => {
    expect(showValue(value)).toMatch(/^token:[0-9a-f]{16}$/);
  });

  it('says what a list or an object is without its contents', () => {
    expect([showValue(['Jane']), showValue({ name: 'Jane' }), showValue(null), showValue(undefined)]).toEqual(
      ['a list of 1', 'an object', 'null', 'absent'],
    );
  });
});

describe('showCode', () => {
  it.each([
    'StopLogging',
    'Client.UnauthorizedOperation',
    'UnauthorizedAccess:EC2/SSHBruteForce',
    'AWS_RISK_CREDENTIALS_EXPOSED',
    'Trojan:EC2/DropPoint!DNS',
  ])('repeats a code: %s', (code) => {
    expect(showCode(code)).toBe(code);
  });

  it.each(['Jane Doe', '000-12-3456', '', 'x'.repeat(121)])(
    'puts a token in the place of what is none: %j',
    (code) => {
      expect(showCode(code)).toMatch(/^token:/);
    },
  );
});
