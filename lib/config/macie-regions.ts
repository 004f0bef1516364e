/** The regions that have Macie, as botocore 1.44.5 knows its endpoints (2026-11): none of aws-us-gov, and not the newer ones. */
const MACIE_REGIONS: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-east-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'il-central-1',
  'me-south-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]);

/** Whether Macie can be had in a region: elsewhere a deployment with it would fail. */
export function hasMacie(region: string): boolean {
  return MACIE_REGIONS.has(region);
}
