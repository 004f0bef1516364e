import type { Template } from '../template';
import { assembledText } from '../template-values/assembled-text';

/** Whether a key is one that AWS keeps for a service, `alias/aws/…`: its policy and its rotation are not ours to decide. */
export function isAwsManagedKey(key: unknown, template: Template): boolean {
  return /(^|:)alias\/aws\//.test(assembledText(key, template));
}
