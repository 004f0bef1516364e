import { INTERFACE_ENDPOINT_NAMES } from '../../lib/config/interface-endpoint-names';
import {
  boundableEndpoints,
  INTERFACE_ENDPOINTS,
  type InterfaceEndpointName,
  perimeterOf,
} from '../../lib/constructs/interface-endpoints';

const NAMES = Object.keys(INTERFACE_ENDPOINTS) as InterfaceEndpointName[];

/** Services without resources of their own, each a decision. */
const WITHOUT_RESOURCES: readonly string[] = ['guardduty-data'];

describe('the table of interface endpoints', () => {
  it('bounds every service that the configuration accepts, and no other', () => {
    expect(NAMES).toEqual(INTERFACE_ENDPOINT_NAMES);
  });

  it.each(NAMES)('bounds %s by principal, and by resource where it has any', (name) => {
    const { StringEquals: bounds } = perimeterOf(name).policy().conditions as { StringEquals: object };
    expect(Object.keys(bounds)).toEqual(
      WITHOUT_RESOURCES.includes(name)
        ? ['aws:PrincipalAccount']
        : ['aws:PrincipalAccount', 'aws:ResourceAccount'],
    );
  });

  it('lets nothing but image layers in from outside the account', () => {
    const needs = NAMES.flatMap((name) => {
      const sid = perimeterOf(name).s3Needs?.().sid;
      return sid === undefined ? [] : [[name, sid]];
    });
    expect(needs).toEqual([['ecr.dkr', 'ImageLayers']]);
  });
});

describe('boundableEndpoints', () => {
  it('passes services whose endpoint takes a policy', () => {
    expect(boundableEndpoints(['kms', 'ecr.api'])).toEqual(['kms', 'ecr.api']);
  });

  it.each(['config', 'verifiedpermissions', 'constructor', ''])(
    "refuses '%s', whose endpoint nothing could bound",
    (name) => {
      expect(() => boundableEndpoints(['kms', name])).toThrow(
        new RegExp(
          `^'interfaceEndpoints' must name services whose endpoint takes a policy .*, got: '${name}'$`,
        ),
      );
    },
  );
});
