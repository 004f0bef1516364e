import type { CitedRules } from './cited-rules';

/**
 * The paragraphs that each rule of cdk-nag's AWS Solutions pack answers to. cdk-nag gives none; these are our reading.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export const AWS_SOLUTIONS_CITATIONS: readonly CitedRules[] = [
  {
    citations: ['164.312(a)(1)', '164.312(e)(1)'],
    rules: ids('EB1 EC23 EKS1 S2 S5 RDS8 AEC1 RS2 RS8 VPC3 CFR6 CFR7 SM1 SM3 OS1 OS3 OS5 C91'),
  },
  {
    citations: ['164.308(a)(4)(ii)(B)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)'],
    rules: ids('IAM4 IAM5 ECR1 EVB1 MS7 MS8 COG7'),
  },
  {
    citations: ['164.312(d)'],
    rules: ids('RDS6 N5 AEC6 EMR6 APIG4 COG1 COG2 COG4 COG8'),
  },
  {
    citations: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
    rules: ids('RS3 DOC3 SMG4'),
  },
  {
    citations: ['164.312(a)(2)(iv)'],
    rules: ids('EC26 EFS1 RDS2 DDB4 N4 RS6 DOC1 TS3 LEX4 SM2 EMR4 GL1 GL3 KDF1 KDS1 KDS3 OS8 KMS5 SQS2 CB4'),
  },
  {
    citations: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
    rules: ids('AEC3'),
  },
  {
    citations: ['164.312(e)(1)', '164.312(e)(2)(i)', '164.312(e)(2)(ii)'],
    rules: ids('ELB1 ELB5 S10 RS1 CFR4 CFR5 EMR5 MSK2 MSK3 OS2 QS1 SNS3 SQS4 MS3'),
  },
  {
    citations: ['164.312(b)'],
    rules: ids(
      'EB4 ECS7 EKS2 ELB2 S1 RDS16 RS5 RS11 DOC5 VPC7 CFR3 APIG1 APIG6 EMR2 MSK6 OS9 ASC3 SF1 SF2 MS1 EC28',
    ),
  },
  {
    citations: ['164.308(a)(1)(ii)(B)'],
    rules: ids('EB3 N2 RS9 L1 CFR1 CFR2 APIG2 APIG3 CB5 ECS2'),
  },
  {
    citations: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)'],
    rules: ids('RDS13 RDS14 DDB3 N3 RS10 DOC4 KDA3'),
  },
  {
    citations: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(C)'],
    rules: ids('EC29 ELB3 ELB4 RDS3 RDS10 AEC4 N1 OS4 OS7 AS1 AS2 SQS3'),
  },
  {
    /** Hygiene and cost: no paragraph asks for it. A port that is not the default hides nothing. */
    citations: [],
    rules: ids('EC27 ECS4 RDS11 AEC5 RS4 DOC2 AS3 MS4 MS10'),
  },
];

function ids(suffixes: string): readonly string[] {
  return suffixes.split(' ').map((suffix) => `AwsSolutions-${suffix}`);
}
