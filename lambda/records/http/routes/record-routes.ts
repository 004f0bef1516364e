import { CATEGORIES, SINGLE_CATEGORIES, type SingleCategory } from '../../domain/access/category';
import { WHOLE_RECORD } from '../../domain/access/scope';
import { readRecord } from '../../use-cases/read-record';
import { registerPatient } from '../../use-cases/register-patient';
import { searchPatients } from '../../use-cases/search-patients';
import { writeSingle } from '../../use-cases/write-single';
import { done, json } from '../answers';
import { SEARCH_SCHEMA, SINGLE_SCHEMAS } from '../body-schemas';
import { callRoute, type SessionRoute } from '../route';

/** What a copy of a record says of itself, wherever it goes. */
const EXPORT_NOTICE =
  'This copy is PHI: it is not de-identified under 45 CFR 164.514, and holds only what the policies permit to whoever asked for it.';

const SEARCH = callRoute({
  name: 'searchPatients',
  method: 'POST',
  path: '/patients/search',
  audit: { action: 'search', resourceType: 'patientList', categories: ['demographics'] },
  body: SEARCH_SCHEMA,
  run: async (service, call, { body }) => json(await searchPatients(service, call, body)),
});

const REGISTER = callRoute({
  name: 'registerPatient',
  method: 'POST',
  path: '/patients',
  audit: { action: 'write', resourceType: 'patient', categories: ['demographics'] },
  body: SINGLE_SCHEMAS.demographics,
  run: async (service, call, { body }) =>
    json({ patientId: await registerPatient(service, call, body) }, 201),
});

const READ = callRoute({
  name: 'readRecord',
  method: 'GET',
  path: '/patients/{patientId}/record',
  audit: { action: 'read', resourceType: 'patient', categories: WHOLE_RECORD },
  run: async (service, call, { params: { patientId } }) =>
    json({
      patientId,
      record: await readRecord(service, call, { patientId, categories: WHOLE_RECORD, action: 'read' }),
    }),
});

const EXPORT = callRoute({
  name: 'exportRecord',
  method: 'POST',
  path: '/patients/{patientId}/export',
  audit: { action: 'export', resourceType: 'patient', categories: WHOLE_RECORD },
  run: async (service, call, { params: { patientId } }) =>
    json({
      notice: EXPORT_NOTICE,
      exportedAt: call.origin.at.toISOString(),
      purpose: call.purpose,
      patientId,
      record: await readRecord(service, call, { patientId, categories: WHOLE_RECORD, action: 'export' }),
    }),
});

const READ_CATEGORY: readonly SessionRoute[] = CATEGORIES.map((category) =>
  callRoute({
    name: `read:${category}`,
    method: 'GET',
    path: `/patients/{patientId}/record/${category}`,
    audit: { action: 'read', resourceType: 'patient', categories: [category] },
    run: async (service, call, { params: { patientId } }) =>
      json({
        patientId,
        record: await readRecord(service, call, { patientId, categories: [category], action: 'read' }),
      }),
  }),
);

function replaceRoute<C extends SingleCategory>(category: C): SessionRoute {
  const path: `/patients/{patientId}/record/${SingleCategory}` = `/patients/{patientId}/record/${category}`;
  return callRoute({
    name: `replace:${category}`,
    method: 'PUT',
    path,
    audit: { action: 'write', resourceType: 'patient', categories: [category] },
    body: SINGLE_SCHEMAS[category],
    takesVersion: true,
    run: async (service, call, { params: { patientId }, body, version }) => {
      await writeSingle(service, call, { patientId, category, version, content: body });
      return done();
    },
  });
}

export const RECORD_ROUTES: readonly SessionRoute[] = [
  SEARCH,
  REGISTER,
  READ,
  EXPORT,
  ...READ_CATEGORY,
  ...SINGLE_CATEGORIES.map(replaceRoute),
];
