import {
  ConfigServiceClient,
  DescribeConfigurationRecorderStatusCommand,
  DescribeConfigurationRecordersCommand,
  DescribeDeliveryChannelsCommand,
} from '@aws-sdk/client-config-service';
import type { Finding } from '../finding';
import type { Plan } from '../plan';
import { probe } from '../probe';
import { judgeSingleton, type Singleton } from '../singleton';

const RECORDER: Singleton = {
  field: 'configRecorder',
  what: 'a configuration recorder',
  types: ['AWS::Config::ConfigurationRecorder', 'AWS::Config::DeliveryChannel'],
  adoptedAbsent: 'blocks',
};

/** What an account has of AWS Config. */
export interface ConfigReading {
  /** Recorders of ours to manage; those that a service links for itself stand beside them. */
  readonly recorders: readonly string[];
  readonly channels: readonly string[];
  readonly recording: boolean;
}

/** The recorder and the delivery channel of AWS Config: a region has one of each. @see 45 CFR 164.312(b) */
export const configRecorderProbe = probe({
  id: 'config-recorder',
  title: 'AWS Config recorder',
  actions: [
    'config:DescribeConfigurationRecorders',
    'config:DescribeDeliveryChannels',
    'config:DescribeConfigurationRecorderStatus',
  ],
  read: async (account, ask): Promise<ConfigReading> => {
    const client = account.client(ConfigServiceClient);
    const { ConfigurationRecorders = [] } = await ask('config:DescribeConfigurationRecorders', () =>
      client.send(new DescribeConfigurationRecordersCommand({})),
    );
    const { DeliveryChannels = [] } = await ask('config:DescribeDeliveryChannels', () =>
      client.send(new DescribeDeliveryChannelsCommand({})),
    );
    const { ConfigurationRecordersStatus = [] } = await ask(
      'config:DescribeConfigurationRecorderStatus',
      () => client.send(new DescribeConfigurationRecorderStatusCommand({})),
    );
    const recorders = ConfigurationRecorders.filter(({ servicePrincipal }) => servicePrincipal === undefined);
    const names = recorders.flatMap(({ name }) => name ?? []);
    return {
      recorders: names,
      channels: DeliveryChannels.flatMap(({ name }) => name ?? []),
      recording: ConfigurationRecordersStatus.some(
        ({ name, recording }) => recording === true && names.includes(name ?? ''),
      ),
    };
  },
  judge: (reading, plan) => [...judgeChannel(reading, plan), ...judgeRecorder(reading, plan)],
});

function judgeRecorder({ recorders, channels, recording }: ConfigReading, plan: Plan): readonly Finding[] {
  const remark =
    recorders.length > 0 && !recording ? 'The recorder is stopped: rules see nothing.' : undefined;
  const ids = recorders.length > 0 ? [...recorders, ...channels] : [];
  return judgeSingleton(RECORDER, { ids, ...(remark === undefined ? {} : { remark }) }, plan);
}

/** A channel without a recorder can be neither adopted nor made a second time. */
function judgeChannel({ recorders, channels }: ConfigReading, { owned }: Plan): readonly Finding[] {
  const foreign = channels.filter((name) => owned?.has('AWS::Config::DeliveryChannel', name) !== true);
  return recorders.length > 0 || foreign.length === 0
    ? []
    : [
        {
          status: 'blocks',
          text: 'The account has a delivery channel of AWS Config without a recorder; a second channel cannot be made.',
          fix: 'Delete the delivery channel, or have its recorder made.',
        },
      ];
}
