import { checkCommand } from './check';
import type { Command } from './command';

/** Every command of `hipaa`, a row each, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [checkCommand];
