import { deployability } from '../config/deployability';
import type { EnvironmentConfig } from '../config/schema';
import type { Finding } from './finding';
import type { SurveyRow } from './survey';

/** What the configuration itself says against a deployment to this account. */
export function configurationRows(config: EnvironmentConfig, account: string): readonly SurveyRow[] {
  const state = deployability(config);
  return [
    row('configuration', 'Configuration', [
      state.deployable
        ? { status: 'ok', text: `'${config.name}' is complete.` }
        : { status: 'blocks', text: state.reason },
    ]),
    ...(state.deployable ? [row('account', 'Account', [judgeAccount(config, account)])] : []),
  ];
}

function judgeAccount(config: EnvironmentConfig, account: string): Finding {
  return config.account === undefined || config.account === account
    ? { status: 'ok', text: `The credentials are of the account ${account}.` }
    : {
        status: 'blocks',
        text: `'${config.name}' belongs to the account ${config.account}, and the credentials are of ${account}.`,
        fix: 'Use credentials of the account that the configuration names.',
      };
}

function row(id: string, title: string, findings: readonly Finding[]): SurveyRow {
  return { id, title, actions: [], missingAction: null, findings };
}
