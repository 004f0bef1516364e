/** CloudFormation namespaces under `AWS::` whose resources hold settings and never PHI, with the reason why that is so. */
export const NO_PHI_NAMESPACES: ReadonlyMap<string, string> = new Map([
  ...group('identities, policies and signing profiles', 'IAM AccessAnalyzer RolesAnywhere Signer'),
  ...group(
    'costs, budgets and invoices',
    'BCM BCMDataExports BcmPricingCalculator Billing BillingConductor Budgets CE CUR Invoicing PricingPlanManager',
  ),
  ...group('recommendations and licenses', 'ComputeOptimizer LicenseManager WellArchitected'),
  ...group('groups of resource names', 'ResourceGroups'),
  ...group('switches between zones and regions', 'ARCZonalShift ARCRegionSwitch'),
  ...group('connections to code hosts', 'CodeConnections CodeStarConnections'),
]);

function group(holds: string, namespaces: string): readonly (readonly [string, string])[] {
  return namespaces.split(' ').map((namespace) => [namespace, `holds ${holds}`] as const);
}
