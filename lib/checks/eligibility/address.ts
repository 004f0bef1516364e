import type { Template } from '../template';
import { assembledText } from '../template-values/assembled-text';

/**
 * The address that a value stands for, as far as it tells who is behind it: the whole text, or a web address up to what only a
 * deployment knows, once its host is complete. Undefined where the owner cannot be told.
 */
export function addressIn(value: unknown, template: Template): string | undefined {
  const text = assembledText(value, template);
  const unknown = text.indexOf('${');
  if (unknown < 0) return text;
  const known = text.slice(0, unknown);
  return /^https?:\/\/[^/?#@\\]+[/?#]/i.test(known) ? known : undefined;
}
