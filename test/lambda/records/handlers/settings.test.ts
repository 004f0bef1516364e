import {
  MIGRATION_ENVIRONMENT,
  RELAY_ENVIRONMENT,
  readSettings,
  SERVICE_ENVIRONMENT,
} from '../../../../lambda/records/handlers/settings';
import { COMPLETE } from './environment';

describe('readSettings', () => {
  it('reads a complete environment', () => {
    expect(readSettings(SERVICE_ENVIRONMENT, COMPLETE)).toMatchObject({
      DATABASE_PORT: 54_320,
      SESSION_HOURS: 8,
    });
    expect(readSettings(MIGRATION_ENVIRONMENT, COMPLETE)).toMatchObject({ DATABASE_NAME: 'records' });
    expect(readSettings(RELAY_ENVIRONMENT, COMPLETE)).toMatchObject({ USER_POOL_ID: 'us-east-1_Ab12Cd34E' });
  });

  it('names all that is missing or odd, and no value', () => {
    const odd = {
      ...COMPLETE,
      DATABASE_PORT: 'secret-port',
      PUBLIC_ORIGIN: 'https://records.example/path',
      POLICY_STORE_ID: undefined,
    };
    expect(() => readSettings(SERVICE_ENVIRONMENT, odd)).toThrow(
      "'environment' must have valid values for: DATABASE_PORT, POLICY_STORE_ID, PUBLIC_ORIGIN",
    );
  });

  it.each([
    ['DATABASE_HOST', 'host;options=-c'],
    ['DATABASE_HOST', ''],
    ['DATABASE_NAME', 'a"; DROP'],
    ['DATABASE_USER', "o'x"],
    ['SIGN_IN_ORIGIN', 'http://sign-in.example'],
    ['SESSION_HOURS', '0'],
    ['SESSION_HOURS', '9'],
    ['FIELD_KEY_ARN', 'alias/data'],
  ])('refuses %s: %s', (name, value) => {
    expect(() => readSettings(SERVICE_ENVIRONMENT, { ...COMPLETE, [name]: value })).toThrow(name);
  });
});
