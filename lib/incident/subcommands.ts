import type { Subcommand } from './subcommand';
import { acknowledgeSubcommand } from './subcommands/acknowledge';
import { listSubcommand } from './subcommands/list';
import { openSubcommand } from './subcommands/open';
import { showSubcommand } from './subcommands/show';

/** Every word behind `hipaa incident`, a row each, in the order of the work. */
export const SUBCOMMANDS: readonly Subcommand[] = [
  openSubcommand,
  listSubcommand,
  showSubcommand,
  acknowledgeSubcommand,
];
