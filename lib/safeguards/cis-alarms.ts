import type { CisAlarm } from './cis-alarms/cis-alarm';
import { IDENTITY_ALARMS } from './cis-alarms/identity-alarms';
import { NETWORK_ALARMS } from './cis-alarms/network-alarms';
import { RECORD_ALARMS } from './cis-alarms/record-alarms';

/** Every log metric alarm of the benchmark, in the order of Security Hub. @see 45 CFR 164.308(a)(1)(ii)(D), 164.312(b) */
export const CIS_ALARMS: readonly CisAlarm[] = [...IDENTITY_ALARMS, ...RECORD_ALARMS, ...NETWORK_ALARMS];
