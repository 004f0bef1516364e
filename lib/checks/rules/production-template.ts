import type { Template } from '../template';
import { plainObject } from '../template-values/intrinsic';

/**
 * Whether a template says of itself that it is for production: `Metadata.HipaaBaseline.profile`, which every stack of an environment
 * carries. A template that says nothing is not taken for production.
 */
export function isForProduction({ Metadata }: Template): boolean {
  return plainObject(Metadata?.HipaaBaseline)?.profile === 'production';
}
