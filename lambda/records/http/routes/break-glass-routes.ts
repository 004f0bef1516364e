import { openBreakGlass } from '../../use-cases/open-break-glass';
import { listBreakGlass, reviewBreakGlass } from '../../use-cases/review-break-glass';
import { done, json } from '../answers';
import { BREAK_GLASS_SCHEMA, REVIEW_SCHEMA } from '../body-schemas';
import { callRoute, type SessionRoute } from '../route';

export const BREAK_GLASS_ROUTES: readonly SessionRoute[] = [
  callRoute({
    name: 'openBreakGlass',
    method: 'POST',
    path: '/break-glass',
    audit: { action: 'breakGlassOpen', resourceType: 'breakGlass', categories: [] },
    body: BREAK_GLASS_SCHEMA,
    run: async (service, call, { body }) => json(await openBreakGlass(service, call, body), 201),
  }),
  callRoute({
    name: 'listBreakGlass',
    method: 'GET',
    path: '/break-glass/unreviewed',
    audit: { action: 'administer', resourceType: 'breakGlass', categories: [] },
    run: async (service, call) => json({ grants: await listBreakGlass(service, call) }),
  }),
  callRoute({
    name: 'reviewBreakGlass',
    method: 'POST',
    path: '/break-glass/{grantId}/review',
    audit: { action: 'breakGlassReview', resourceType: 'breakGlass', categories: [] },
    body: REVIEW_SCHEMA,
    run: async (service, call, { params: { grantId }, body }) => {
      await reviewBreakGlass(service, call, { grantId, outcome: body.outcome });
      return done();
    },
  }),
];
