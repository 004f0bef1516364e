import { asText, at, firstAt } from '../event/json';
import { showCode } from '../event/show';
import { textOf } from '../event/values';
import { ignore, incident, review } from '../judgement';
import { CITES } from '../signals/citations';
import { type FindingSource, single } from './finding';
import { PUBLIC_DATA_RULES } from './public-controls';

/** AWS Config. */
export const CONFIG_COMPLIANCE: FindingSource = {
  sources: ['aws.config'],
  split: single,
  idOf: (detail) => {
    const rule = textOf(firstAt(detail, ['configRuleARN', 'configRuleName']));
    const resource = textOf(at(detail, 'resourceId'));
    return rule === undefined ? resource : `${rule} ${resource ?? ''}`;
  },
  rows: [
    {
      id: 'config-rule-failed',
      title: 'A resource does not meet a configuration rule',
      question: 'expose',
      severity: 'high',
      citations: CITES.evaluation,
      firstStep:
        'Where the rule says that data is public, close it; otherwise repair the setting in the configuration.',
      judge: ({ detail, envelope }) => {
        if (!envelope.detailType.includes('compliance change')) {
          return undefined;
        }
        const type = asText(at(detail, 'newEvaluationResult.complianceType'))?.toUpperCase();
        if (type === undefined) {
          return review('newEvaluationResult.complianceType is absent');
        }
        if (type !== 'NON_COMPLIANT') {
          return ignore(`newEvaluationResult.complianceType is ${showCode(type)}`);
        }
        const rule = textOf(at(detail, 'configRuleName')) ?? '';
        const reason = 'newEvaluationResult.complianceType is NON_COMPLIANT';
        return PUBLIC_DATA_RULES.test(rule.slice(0, 256).toLowerCase())
          ? incident(`${reason}, and the rule says that data is public`)
          : review(reason);
      },
    },
    {
      id: 'config-delivery-failed',
      title: 'The record of configurations could not be delivered',
      question: 'watch',
      severity: 'medium',
      citations: CITES.audit,
      firstStep: 'Repair the bucket policy or the key policy.',
      judge: ({ detail }) =>
        /failed/i.test(`${asText(at(detail, 'messageType')) ?? ''}`)
          ? review('messageType says that delivery failed')
          : undefined,
    },
  ],
};
