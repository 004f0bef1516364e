import { CASE_STATES, type Incident } from '../../../lambda/breach/domain/incident/incident';
import { casesIn } from '../../../lambda/breach/use-cases/list-cases';
import type { DeployedPath } from '../endpoint/open-path';

/** Every case of the register, whatever its state. */
export async function allCases({ store }: Pick<DeployedPath, 'store'>): Promise<readonly Incident[]> {
  const found: Incident[] = [];
  for (const state of CASE_STATES) {
    for await (const incident of casesIn(store, state)) found.push(incident);
  }
  return found;
}
