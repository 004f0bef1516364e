import type { JudgedStack } from '../../lib/checks/finding';
import { parseTemplate } from '../../lib/checks/template';

/** A stack under judgement that no app and no file stands behind. */
export function judgedStack(
  resources: object,
  environment: string | null = 'sandbox',
  name = 'sandbox/Tiny',
): JudgedStack {
  return {
    environment,
    name,
    templatePath: `/nowhere/${name}.json`,
    template: parseTemplate({ Resources: resources }),
    locate: (logicalId) => ({ path: `${name}/${logicalId}`, source: null }),
  };
}
