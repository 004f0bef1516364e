import type { Subcommand } from './subcommand';
import { acknowledgeSubcommand } from './subcommands/acknowledge';
import { assessSubcommand } from './subcommands/assess';
import { closeSubcommand } from './subcommands/close';
import { containSubcommand } from './subcommands/contain';
import { exportSubcommand } from './subcommands/export';
import { factsSubcommand } from './subcommands/facts';
import { holdSubcommand } from './subcommands/hold';
import { linkSubcommand } from './subcommands/link';
import { listSubcommand } from './subcommands/list';
import { notifySubcommand } from './subcommands/notify';
import { openSubcommand } from './subcommands/open';
import { REASON_SUBCOMMANDS } from './subcommands/reasons';
import { testSubcommand } from './subcommands/send-test';
import { settleSubcommand } from './subcommands/settle';
import { showSubcommand } from './subcommands/show';

/** Every word behind `hipaa incident`, a row each, in the order of the work. */
export const SUBCOMMANDS: readonly Subcommand[] = [
  openSubcommand,
  listSubcommand,
  showSubcommand,
  acknowledgeSubcommand,
  linkSubcommand,
  factsSubcommand,
  containSubcommand,
  assessSubcommand,
  holdSubcommand,
  notifySubcommand,
  settleSubcommand,
  closeSubcommand,
  exportSubcommand,
  ...REASON_SUBCOMMANDS,
  testSubcommand,
];
