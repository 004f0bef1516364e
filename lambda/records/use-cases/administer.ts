import type { StaffMember } from '../ports/staff-register';
import type { Stores } from '../ports/unit-of-work';
import type { AuditedAccess } from './audit-trail';
import { audited } from './audited';
import { actorOf, type Call } from './call';
import { requireDone } from './change-result';
import { requireAdministration } from './permissions';
import type { RecordsService } from './records-service';
import { Refusal } from './refusal';

/** One person's place in a care team. */
export interface CareTeamPlace {
  readonly patientId: string;
  readonly staffId: string;
}

/**
 * Adds or changes a member of staff, and ends their session: what they may do now is judged anew. Nobody changes themselves.
 *
 * @see 45 CFR 164.308(a)(3)(ii)(C)
 */
export function putStaff(service: RecordsService, call: Call, member: StaffMember): Promise<void> {
  const access = { action: 'administer', resourceType: 'staff', resourceId: member.id } as const;
  return administer(service, call, access, async ({ staff }) => {
    refuseOwn(call, member.id);
    requireDone(await staff.put(member), 'taken');
    await endSessions(service, call, member.id, 'roleChanged');
  });
}

/** Gives a member of staff a patient to treat. */
export function joinCareTeam(service: RecordsService, call: Call, place: CareTeamPlace): Promise<void> {
  return administer(service, call, careTeamAccess(place), async ({ staff }) => {
    requireDone(await staff.joinCareTeam(place.patientId, place.staffId));
  });
}

/** Takes the patient from them. */
export function leaveCareTeam(service: RecordsService, call: Call, place: CareTeamPlace): Promise<void> {
  return administer(service, call, careTeamAccess(place), async ({ staff }) => {
    requireDone(await staff.leaveCareTeam(place.patientId, place.staffId));
  });
}

/** Lets a person see a record as their own, or no longer; whoever is no longer active has no session. */
export function linkPatient(
  service: RecordsService,
  call: Call,
  { patientId, subject }: { readonly patientId: string; readonly subject: string | null },
): Promise<void> {
  const access = { action: 'administer', resourceType: 'patient', patientIds: [patientId] } as const;
  return administer(service, call, access, async ({ staff }) => {
    requireDone(await staff.linkPatient(patientId, subject), 'taken');
  });
}

/** Ends the session of somebody at once. */
export function revokeSession(
  service: RecordsService,
  call: Call,
  { userId }: { readonly userId: string },
): Promise<void> {
  const access = { action: 'administer', resourceType: 'session', resourceId: userId } as const;
  return administer(service, call, access, () => endSessions(service, call, userId, 'revoked'));
}

function careTeamAccess({ patientId, staffId }: CareTeamPlace): AuditedAccess {
  return {
    action: 'administer',
    resourceType: 'careTeam',
    resourceId: staffId,
    patientIds: [patientId],
  };
}

function administer(
  { authorizer, work }: RecordsService,
  call: Call,
  access: AuditedAccess,
  change: (stores: Stores) => Promise<void>,
): Promise<void> {
  return audited(call.trail, access, (confirm) =>
    work.run(actorOf(call), async (stores) => {
      await requireAdministration(authorizer, call);
      await change(stores);
      await confirm();
    }),
  );
}

/** Sessions end at once and for good, whatever becomes of the rest: the worst is that somebody signs in again. */
async function endSessions(
  { sessions }: RecordsService,
  { origin, trail }: Call,
  userId: string,
  reason: 'roleChanged' | 'revoked',
): Promise<void> {
  const ended = await sessions.endOfUser(userId, reason, origin.at);
  if (ended !== undefined) {
    await trail.record(
      { action: 'sessionEnd', resourceType: 'session', resourceId: ended.id },
      'allowed',
      reason,
    );
  }
}

function refuseOwn({ caller }: Call, userId: string): void {
  if (caller.user.id === userId) {
    throw new Refusal('ownAccount');
  }
}
