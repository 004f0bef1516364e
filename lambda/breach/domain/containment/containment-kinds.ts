/** Reversible actions that an environment can approve in advance; each is off until it is switched on. */
export const CONTAINMENT_KINDS = [
  'block-public-access',
  'unshare-snapshot',
  'restart-trail',
  'deactivate-access-key',
  'isolate-security-group',
] as const;

/** One of {@link CONTAINMENT_KINDS}. */
export type ContainmentKind = (typeof CONTAINMENT_KINDS)[number];

/** `started` stands from before the first change until its result is known: a crash in between leaves it. */
export type ContainmentState = 'started' | 'applied' | 'undo-started' | 'undone';
