import type { Route } from '../route';
import { ADMINISTRATION_ROUTES } from './administration-routes';
import { BREAK_GLASS_ROUTES } from './break-glass-routes';
import { ENTRY_ROUTES } from './entry-routes';
import { PAGE_ROUTES } from './page-routes';
import { RECORD_ROUTES } from './record-routes';
import { SIGN_IN_ROUTES } from './sign-in-routes';

/** Every route of the service; what is not here does not exist. */
export const ROUTES: readonly Route[] = [
  ...PAGE_ROUTES,
  ...SIGN_IN_ROUTES,
  ...RECORD_ROUTES,
  ...ENTRY_ROUTES,
  ...BREAK_GLASS_ROUTES,
  ...ADMINISTRATION_ROUTES,
];
