import { checkCommand } from './check';
import type { Command } from './command';
import { deadlinesCommand } from './deadlines';
import { redactCommand } from './redact';
import { reportCommand } from './report';
import { triageCommand } from './triage';

/** Every command of `hipaa`, a row each, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  checkCommand,
  reportCommand,
  triageCommand,
  deadlinesCommand,
  redactCommand,
];
