import type { ApiCall } from '../event/api-call';
import { showCode } from '../event/show';
import { type CallJudge, turns } from '../judge/call-judges';
import { isFalse, isTrue } from '../judge/value-tests';
import { incident, type Judgement, review, type SignalRow, worst } from '../judgement';
import { judgePolicy } from '../policy/judge-policy';
import { sharesIfGiven } from '../policy/sharing';
import { statementsOf } from '../policy/statements';
import { CITES } from './citations';

/** The names of parameters in which calls that no row lists carry a policy. */
const POLICY_FIELD = /polic(y|ies)(Document|Text|Json)?$/i;

/** Where calls that share name the recipients. */
const RECIPIENT_FIELDS = [
  'accountIdsToAdd',
  'accountIds',
  'sharedAccountId',
  'sharedAccountIds',
  'targetAccountIds',
  'principals',
  'grantees',
];

const SHARING_VERBS = /^(Share|Authorize|Grant|ModifyShar|UpdateShar|PutShar|CreateShar|AssociateShar)/;
const STORES =
  /^(Delete|Drop|Purge|Destroy)\w*?(Database|Datastore|DataStore|Bucket|FileSystem|Snapshot|Backup|BackupVault|RecoveryPoint|Ledger|Keyspace|DBInstance|DBCluster)s?$/;
const PERHAPS_STORES =
  /^(Delete|Drop|Purge|Destroy)\w*?(Table|Store|Volume|Collection|Cluster|Domain|Index|Archive|Dataset|Repository|Cache|Vault|Queue|Topic|Stream)s?$/;
const RECORDS =
  /^(Delete|Stop|Disable|Remove|Deactivate|Disassociate|Suspend|Pause)\w*?(Trail|Audit(Log)?s?|Logging|LoggingConfig(uration)?|LogDelivery|LogConfig(uration)?|QueryLog\w*|AccessLog\w*|FlowLogs?|ActivityStream|Recorder)$/;
const PERHAPS_RECORDS =
  /^(Delete|Stop|Disable|Remove|Deactivate|Disassociate|Suspend|Pause|Archive)\w*?(Logs?|Monitor(ing)?|Alarms?|Alerts?|Detector|Analyzer|Findings?|Notification\w*|EventSubscription)$/;
const GUARDS =
  /^(Delete|Disable|Remove|Stop|Deactivate)\w*?(Encryption(Config(uration)?)?|PublicAccessBlock\w*|BlockPublicAccess\w*)$/;
const SECOND_FACTORS = /^(Delete|Disable|Remove|Deactivate|Reset)\w*?(MFA|Mfa)\w*$/;

const policyOpens: CallJudge = (call) =>
  worst(
    Object.keys(call.request ?? {})
      .filter((name) => POLICY_FIELD.test(name.slice(-40)))
      .map((name) => {
        const policy = call.request?.[name];
        const judgement =
          statementsOf(policy) === undefined ? undefined : judgePolicy(policy, 'policy', 'resource', call);
        return judgement?.level === 'ignore' ? undefined : judgement;
      }),
  );

function named(pattern: RegExp, level: (reason: string) => Judgement): CallJudge {
  return (call) => (pattern.test(call.name) ? level(`eventName is ${showCode(call.name)}`) : undefined);
}

/**
 * What the name and the parameters of a call say that no row lists: AWS adds calls faster than anybody lists them. Only
 * what can hardly mean anything else is an incident.
 */
export const UNLISTED_SIGNALS: readonly SignalRow<ApiCall>[] = [
  {
    id: 'opened-otherwise',
    title: 'Something was opened to the public or to another account',
    question: 'expose',
    severity: 'high',
    citations: CITES.disclosure,
    firstStep: 'Undo the change, then find out who used it since.',
    judge: (call) =>
      policyOpens(call) ??
      (call.request === undefined
        ? undefined
        : (incidentOnly(turns(['publiclyAccessible', 'publicAccess', 'publicAccessEnabled'], isTrue)(call)) ??
          (SHARING_VERBS.test(call.name) ? sharesIfGiven({ adds: RECIPIENT_FIELDS })(call) : undefined))),
  },
  {
    id: 'destroyed-otherwise',
    title: 'A store or backup was deleted, or can be deleted now',
    question: 'destroy',
    severity: 'high',
    citations: CITES.integrity,
    firstStep: 'Find the last backup and protect it, then restore.',
    judge: (call) =>
      named(STORES, incident)(call) ??
      named(PERHAPS_STORES, review)(call) ??
      (call.request === undefined
        ? undefined
        : incidentOnly(turns(['deletionProtection', 'deletionProtectionEnabled'], isFalse)(call))),
  },
  {
    id: 'blinded-otherwise',
    title: 'A record of activity or a detector was stopped',
    question: 'blind',
    severity: 'high',
    citations: CITES.audit,
    firstStep: 'Switch it on again, then look at what happened in the gap.',
    judge: (call) => named(RECORDS, incident)(call) ?? named(PERHAPS_RECORDS, review)(call),
  },
  {
    id: 'guard-removed-otherwise',
    title: 'Encryption or a block against public access was removed',
    question: 'expose',
    severity: 'high',
    citations: CITES.encryption,
    firstStep: 'Put it back, then look for what was opened or written meanwhile.',
    judge: named(GUARDS, incident),
  },
  {
    id: 'second-factor-removed-otherwise',
    title: 'A second factor was removed',
    question: 'betray',
    severity: 'high',
    citations: CITES.identity,
    firstStep: 'Ask the person on another channel, and set the second factor up again.',
    judge: named(SECOND_FACTORS, incident),
  },
];

function incidentOnly(judgement: Judgement | undefined): Judgement | undefined {
  return judgement?.level === 'incident' ? judgement : undefined;
}
