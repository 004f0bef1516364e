import type { Log } from '../../shared/log/log';
import type { Compliance } from '../domain/compliance';
import { readInvocation } from '../domain/invocation';
import { evaluate } from '../use-cases/evaluate';
import type { EvidencePorts } from '../use-cases/evidence-ports';

/**
 * Answers a question of AWS Config and logs how many judgements it made. What fails is thrown again, so that AWS Config
 * shows the rule as failed instead of keeping an old judgement in silence.
 */
export function createHandler(ports: EvidencePorts, log: Log): (event: unknown) => Promise<void> {
  return async (event) => {
    try {
      const invocation = readInvocation(event);
      const evaluations = await evaluate(invocation, ports);
      const count = (compliance: Compliance) =>
        evaluations.filter((each) => each.compliance === compliance).length;
      log.info('config-rule-evaluated', {
        check: { code: invocation.parameters.check },
        trigger: { code: invocation.trigger.kind },
        compliant: count('COMPLIANT'),
        nonCompliant: count('NON_COMPLIANT'),
        notApplicable: count('NOT_APPLICABLE'),
      });
    } catch (error) {
      log.error('config-rule-failed', error);
      throw error;
    }
  };
}
