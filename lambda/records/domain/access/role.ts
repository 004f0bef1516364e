/** What a person may be to the service; the directory says it, never a token. */
export const ROLES = ['physician', 'nurse', 'billing', 'admin', 'patient'] as const;

export type Role = (typeof ROLES)[number];
