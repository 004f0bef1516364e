import {
  joinCareTeam,
  leaveCareTeam,
  linkPatient,
  putStaff,
  revokeSession,
} from '../../use-cases/administer';
import { done } from '../answers';
import { ACCOUNT_SCHEMA, STAFF_SCHEMA } from '../body-schemas';
import { callRoute, type SessionRoute } from '../route';

const CARE_TEAM = { action: 'administer', resourceType: 'careTeam', categories: [] } as const;

export const ADMINISTRATION_ROUTES: readonly SessionRoute[] = [
  callRoute({
    name: 'putStaff',
    method: 'PUT',
    path: '/staff/{userId}',
    audit: { action: 'administer', resourceType: 'staff', categories: [] },
    body: STAFF_SCHEMA,
    run: async (service, call, { params: { userId }, body }) => {
      await putStaff(service, call, { id: userId, ...body });
      return done();
    },
  }),
  callRoute({
    name: 'joinCareTeam',
    method: 'PUT',
    path: '/patients/{patientId}/care-team/{userId}',
    audit: CARE_TEAM,
    run: async (service, call, { params: { patientId, userId } }) => {
      await joinCareTeam(service, call, { patientId, staffId: userId });
      return done();
    },
  }),
  callRoute({
    name: 'leaveCareTeam',
    method: 'DELETE',
    path: '/patients/{patientId}/care-team/{userId}',
    audit: CARE_TEAM,
    run: async (service, call, { params: { patientId, userId } }) => {
      await leaveCareTeam(service, call, { patientId, staffId: userId });
      return done();
    },
  }),
  callRoute({
    name: 'linkPatient',
    method: 'PUT',
    path: '/patients/{patientId}/account',
    audit: { action: 'administer', resourceType: 'patient', categories: [] },
    body: ACCOUNT_SCHEMA,
    run: async (service, call, { params: { patientId }, body }) => {
      await linkPatient(service, call, { patientId, subject: body.subject });
      return done();
    },
  }),
  callRoute({
    name: 'revokeSession',
    method: 'DELETE',
    path: '/users/{userId}/session',
    audit: { action: 'administer', resourceType: 'session', categories: [] },
    run: async (service, call, { params: { userId } }) => {
      await revokeSession(service, call, { userId });
      return done();
    },
  }),
];
