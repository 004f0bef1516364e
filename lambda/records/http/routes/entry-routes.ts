import { WRITTEN_LISTS } from '../../domain/access/scope';
import { listsOf, type WrittenCategory, writingAction } from '../../use-cases/entry-change';
import { addEntry, deleteEntry, replaceEntry } from '../../use-cases/write-entry';
import { done, json } from '../answers';
import { ENTRY_SCHEMAS } from '../body-schemas';
import { callRoute, type SessionRoute } from '../route';

/** Three routes for each list: add, replace, delete. */
function routesOf<C extends WrittenCategory>(category: C): readonly SessionRoute[] {
  const categories = listsOf(category);
  const list: `/patients/{patientId}/record/${WrittenCategory}` = `/patients/{patientId}/record/${category}`;
  const entry: `${typeof list}/{entryId}` = `${list}/{entryId}`;
  const audit = { action: writingAction(category), resourceType: 'entry', categories } as const;
  return [
    callRoute({
      name: `add:${category}`,
      method: 'POST',
      path: list,
      audit,
      body: ENTRY_SCHEMAS[category],
      run: async (service, call, { params: { patientId }, body }) =>
        json({ entryId: await addEntry(service, call, { patientId, category, content: body }) }, 201),
    }),
    callRoute({
      name: `change:${category}`,
      method: 'PUT',
      path: entry,
      audit,
      body: ENTRY_SCHEMAS[category],
      takesVersion: true,
      run: async (service, call, { params: { patientId, entryId }, body, version }) => {
        await replaceEntry(service, call, { patientId, category, entryId, version, content: body });
        return done();
      },
    }),
    callRoute({
      name: `delete:${category}`,
      method: 'DELETE',
      path: entry,
      audit: { action: 'delete', resourceType: 'entry', categories },
      takesVersion: true,
      run: async (service, call, { params: { patientId, entryId }, version }) => {
        await deleteEntry(service, call, { patientId, category, entryId, version });
        return done();
      },
    }),
  ];
}

export const ENTRY_ROUTES: readonly SessionRoute[] = [
  ...WRITTEN_LISTS.flatMap(routesOf),
  ...routesOf('diagnosis'),
];
