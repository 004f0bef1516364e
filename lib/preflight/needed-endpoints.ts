import type { RestrictedService } from '../constructs/restricted-endpoint';
import type { Plan } from './plan';

/** Services with an endpoint of their own, whatever the configuration names. */
const RESTRICTED: Readonly<Record<RestrictedService, true>> = { config: true, verifiedpermissions: true };

/** Every service that has to have an interface endpoint where the environment is deployed. */
export function neededEndpoints({ config }: Pick<Plan, 'config'>): readonly string[] {
  return [...config.network.interfaceEndpoints, ...Object.keys(RESTRICTED)];
}

/** Whether a service can be left out. */
export function isChosenEndpoint(name: string, { config }: Pick<Plan, 'config'>): boolean {
  return config.network.interfaceEndpoints.some((chosen) => chosen === name);
}
