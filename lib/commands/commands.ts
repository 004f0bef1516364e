import { auditCommand } from './audit';
import { checkCommand } from './check';
import type { Command } from './command';
import { deadlinesCommand } from './deadlines';
import { drillCommand } from './drill';
import { eligibilityCommand } from './eligibility';
import { incidentCommand } from './incident';
import { preflightCommand } from './preflight';
import { redactCommand } from './redact';
import { reportCommand } from './report';
import { triageCommand } from './triage';

/** Every command of `hipaa`, a row each, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  checkCommand,
  reportCommand,
  eligibilityCommand,
  triageCommand,
  deadlinesCommand,
  redactCommand,
  preflightCommand,
  auditCommand,
  incidentCommand,
  drillCommand,
];
