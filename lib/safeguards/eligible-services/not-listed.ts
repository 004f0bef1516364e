/**
 * CloudFormation namespaces under `AWS::` that no service on the list claims, so that their resources may hold no PHI.
 *
 * @see 45 CFR 164.308(b)(1)
 */
export const NOT_LISTED_NAMESPACES: readonly string[] =
  'AIOps AWSExternalAnthropic AccountAccess AgentRegistry AmplifyUIBuilder AppRunner AppTest ApplicationInsights ApplicationSignals BedrockAgentCore BedrockMantle Braket Chatbot CodeArtifact CodeGuruProfiler CodeGuruReviewer CodeStar CodeStarNotifications DSQL DataPipeline Deadline DevOpsAgent DeviceFarm EVS ElementalInference EventsV2 Evidently FinSpace FraudDetector GameLift GameLiftStreams Grafana GroundStation HealthAgent IVS IVSChat Interconnect InternetMonitor IoTAnalytics IoTFleetWise IoTThingsGraph IoTTwinMaker KendraRanking LaunchWizard LicenseManagerLinuxSubscriptions LicenseManagerUserSubscriptions Lightsail LookoutEquipment LookoutMetrics LookoutVision MPA MWAAServerless ManagedBlockchain MediaPackage MediaPackageV2 MediaStore MediaTailor NetworkFlowMonitor NetworkManager NetworkMonitor NetworkSecurityManager NimbleStudio Notifications NotificationsContacts NovaAct ODB ObservabilityAdmin OpenSearch PCS PI Panorama PaymentCryptography Proton RTBFabric RUM RefactorSpaces ResilienceHubV2 Route53GlobalResolver S3Files S3Tables S3Vectors SCN SDB SecurityAgent SecurityLake SimSpaceWeaver SupportApp SupportAuthZ Synthetics SystemsManagerSAP UXC VpcLattice WorkspacesInstances'.split(
    ' ',
  );
