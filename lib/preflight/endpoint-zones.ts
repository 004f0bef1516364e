import { plural } from '../report/plural';
import type { Finding } from './finding';
import { isChosenEndpoint, neededEndpoints } from './needed-endpoints';
import type { Plan } from './plan';

/** The zones that an account may use, and where each service has an interface endpoint. */
export interface ZonesReading {
  readonly zones: readonly string[];
  readonly services: readonly { readonly name: string; readonly zones: readonly string[] }[];
}

/** Whether every endpoint of the environment can stand where it is to stand, and if not, the zones where they can. */
export function judgeZones(reading: ZonesReading, plan: Plan): readonly Finding[] {
  const { network, region } = plan.config;
  const zones = [...reading.zones].sort();
  if (zones.length < network.availabilityZones) {
    return [
      {
        status: 'blocks',
        text: `The account has ${plural(zones.length, 'zone')} in ${region}, and the network spans ${network.availabilityZones}.`,
        fix: zones.length >= 2 ? 'Set network.availabilityZones to 2.' : 'Choose another region.',
      },
    ];
  }
  const absent = network.zones?.filter((zone) => !zones.includes(zone)) ?? [];
  const missing = neededEndpoints(plan).filter((name) => zonesOf(name, reading).length === 0);
  const findings = [
    ...absent.map((zone) => absentZone(zone, zones)),
    ...missing.map((name) => missingService(name, plan)),
  ];
  return findings.length > 0 ? findings : [judgePlacement(zones, reading, plan)];
}

function absentZone(zone: string, zones: readonly string[]): Finding {
  return {
    status: 'blocks',
    text: `The account has no zone ${zone} that can be used.`,
    fix: `Choose network.zones among ${zones.join(', ')}.`,
  };
}

function missingService(name: string, plan: Plan): Finding {
  return {
    status: 'blocks',
    text: `There is no interface endpoint for '${name}' in ${plan.config.region}.`,
    fix: isChosenEndpoint(name, plan)
      ? `Leave '${name}' out of network.interfaceEndpoints, or choose another region.`
      : 'Choose another region.',
  };
}

/** @param zones those of the account, in the order in which a deployment takes them */
function judgePlacement(zones: readonly string[], reading: ZonesReading, plan: Plan): Finding {
  const { network } = plan.config;
  const chosen = network.zones ?? zones.slice(0, network.availabilityZones);
  const used = network.endpointZones === 'one' ? chosen.slice(0, 1) : chosen;
  const lacking = neededEndpoints(plan).filter(
    (name) => !used.every((zone) => zonesOf(name, reading).includes(zone)),
  );
  if (lacking.length === 0) {
    return { status: 'ok', text: `Every interface endpoint can stand in ${used.join(', ')}.` };
  }
  const fitting = fittingZones(zones, reading, plan);
  return {
    status: 'blocks',
    text: `Not all of ${used.join(', ')} offer an interface endpoint for: ${lacking.join(', ')}.`,
    ...(fitting === null
      ? { fix: 'Leave these endpoints out, or choose another region.' }
      : {
          fix: `Set network.zones to ${fitting.join(', ')}; they cannot change once deployed.`,
          setting: { path: ['network', 'zones'], value: fitting },
        }),
  };
}

/** As many zones as the network spans, those in which endpoints stand first; null where there are not enough. */
function fittingZones(zones: readonly string[], reading: ZonesReading, plan: Plan): readonly string[] | null {
  const { network } = plan.config;
  const complete = zones.filter((zone) =>
    neededEndpoints(plan).every((name) => zonesOf(name, reading).includes(zone)),
  );
  const wanted = network.endpointZones === 'one' ? 1 : network.availabilityZones;
  if (complete.length < wanted) return null;
  const others = zones.filter((zone) => !complete.includes(zone));
  return [...complete, ...others].slice(0, network.availabilityZones);
}

function zonesOf(name: string, { services }: ZonesReading): readonly string[] {
  return services.find((service) => service.name === name)?.zones ?? [];
}
