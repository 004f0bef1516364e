/** The verbs that policies permit. */
export const ACTIONS = ['read', 'write', 'diagnose', 'delete', 'export', 'administer'] as const;

export type Action = (typeof ACTIONS)[number];
