import { at, firstAt, has } from '../event/json';
import { isNothing, listOf, textOf, textsIn } from '../event/values';
import { ignore, incident, review } from '../judgement';
import type { CallJudge } from './call-judges';

const PUBLIC_ACLS = new Set(['public-read', 'public-read-write', 'authenticated-read']);
const PUBLIC_GROUPS = /\/groups\/global\/(AllUsers|AuthenticatedUsers)|^(AllUsers|AuthenticatedUsers)$/i;
const GRANT_HEADERS = [
  'x-amz-grant-read',
  'x-amz-grant-write',
  'x-amz-grant-read-acp',
  'x-amz-grant-write-acp',
  'x-amz-grant-full-control',
];

/** An access control list: canned, as headers, or as a list of grants. */
export const opensAcl: CallJudge = (call) => {
  const canned = textOf(at(call.request, 'x-amz-acl'))?.toLowerCase();
  const list = firstAt(call.request, ['AccessControlPolicy', 'accessControlList']);
  const headers = GRANT_HEADERS.flatMap((name) => textsIn(at(call.request, name)));
  if (canned === undefined && isNothing(list) && headers.length === 0) {
    return undefined;
  }
  if (canned !== undefined && PUBLIC_ACLS.has(canned)) {
    return incident(`requestParameters.x-amz-acl is ${canned}`, 'critical');
  }
  const texts = [...textsIn(list), ...headers];
  const group = texts.find((text) => PUBLIC_GROUPS.test(text) || /AllUsers|AuthenticatedUsers/.test(text));
  if (group !== undefined) {
    return incident(
      `AccessControlPolicy grants to ${group.includes('AllUsers') ? 'AllUsers' : 'AuthenticatedUsers'}`,
      'critical',
    );
  }
  return foreignGrantee(list, headers)
    ? review('AccessControlPolicy grants to somebody besides the owner')
    : ignore('the access control list opens nothing');
};

/** As {@link opensAcl}; a list that was not recorded leaves the question open. */
export const setsAcl: CallJudge = (call) =>
  opensAcl(call) ?? review('requestParameters.AccessControlPolicy is absent');

function foreignGrantee(list: unknown, headers: readonly string[]): boolean {
  const owner = textOf(at(list, 'Owner.ID'));
  const grantees = listOf(firstAt(list, ['AccessControlList.Grant', 'Grants', 'Grant'])).map((grant) =>
    at(grant, 'Grantee'),
  );
  return (
    headers.length > 0 ||
    grantees.some((grantee) => {
      const id = textOf(at(grantee, 'ID'));
      return has(grantee, 'EmailAddress') || (id !== undefined && id !== owner);
    })
  );
}
