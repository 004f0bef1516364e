import { at, has } from '../event/json';
import { isNothing, textOf } from '../event/values';
import { turnsToReview, watched } from '../judge/call-judges';
import { isWord } from '../judge/value-tests';
import { review } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Code and machines: what runs with our rights, and who may steer it. */
export const COMPUTE_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'code-overwritten',
      title: 'Code that runs with our rights was replaced',
      question: 'watch',
      severity: 'medium',
      citations: CITES.integrity,
      firstStep: 'Compare the code with the last release.',
    },
    {
      'lambda:UpdateFunctionCode': watched,
      'lambda:UpdateFunctionConfiguration': (call) =>
        ['layers', 'handler', 'role', 'runtime', 'environment'].some(
          (field) => !isNothing(at(call.request, field)),
        )
          ? review('requestParameters changes layers, handler, role, runtime or environment')
          : undefined,
      'ec2:ModifyInstanceAttribute': (call) =>
        has(call.request, 'userData') ? review('requestParameters.userData is set') : undefined,
      ...each('cloudfront', ['UpdateFunction', 'PublishFunction', 'UpdateDistribution'], watched),
      ...each('glue', ['UpdateJob', 'CreateDevEndpoint', 'UpdateDevEndpoint'], watched),
      'codebuild:UpdateProject': watched,
      'appsync:UpdateResolver': watched,
      'sagemaker:UpdateNotebookInstanceLifecycleConfig': watched,
      ...each('lambda', ['DeleteFunctionCodeSigningConfig', 'UpdateCodeSigningConfig'], watched),
      ...each(
        'ssm',
        ['CreateAssociation', 'UpdateAssociation', 'UpdateDocument', 'UpdateDocumentDefaultVersion'],
        watched,
      ),
      ...each('bedrock', ['DeleteGuardrail', 'UpdateGuardrail'], watched),
    },
  ),
  callRow(
    {
      id: 'machine-steered',
      title: 'Somebody ran commands or opened a session on a machine',
      question: 'watch',
      severity: 'low',
      citations: CITES.access,
      firstStep: 'Check the session log for what was done.',
    },
    {
      ...each('ssm', ['SendCommand', 'StartSession', 'ResumeSession', 'StartAutomationExecution'], watched),
      ...each(
        'ec2-instance-connect',
        ['SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey', 'OpenTunnel'],
        watched,
      ),
      'ecs:ExecuteCommand': watched,
      'ec2:CreateInstanceConnectEndpoint': watched,
      'sagemaker:CreatePresignedNotebookInstanceUrl': watched,
      'ec2:EnableSerialConsoleAccess': watched,
    },
  ),
  callRow(
    {
      id: 'metadata-guard-weakened',
      title: 'A machine gives out its credentials without a session token',
      question: 'watch',
      severity: 'medium',
      citations: CITES.access,
      firstStep: 'Require session tokens (IMDSv2) again.',
    },
    {
      'ec2:ModifyInstanceMetadataOptions': turnsToReview(['httpTokens'], isWord('optional')),
      'ec2:ModifyInstanceMetadataDefaults': turnsToReview(
        ['httpTokens'],
        isWord('optional', 'no-preference'),
      ),
    },
  ),
  callRow(
    {
      id: 'public-endpoint-created',
      title: 'Something was created or changed that answers on the Internet',
      question: 'watch',
      severity: 'low',
      citations: CITES.network,
      firstStep: 'Check that callers are authenticated and that no PHI is served.',
    },
    {
      'eks:UpdateClusterConfig': (call) =>
        textOf(at(call.request, 'resourcesVpcConfig.endpointPublicAccess')) === undefined &&
        at(call.request, 'resourcesVpcConfig.endpointPublicAccess') !== true
          ? undefined
          : review('requestParameters.resourcesVpcConfig.endpointPublicAccess is set'),
      'transfer:CreateServer': turnsToReview(['endpointType'], isWord('PUBLIC')),
      'apigateway:CreateRoute': turnsToReview(['authorizationType'], isWord('NONE')),
      'apigateway:PutMethod': turnsToReview(['authorizationType'], isWord('NONE')),
    },
  ),
];
