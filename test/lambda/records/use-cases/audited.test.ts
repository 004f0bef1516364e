import type { AuditEvent } from '../../../../lambda/records/domain/audit/audit-event';
import { AuditTrail, AuditUnavailable } from '../../../../lambda/records/use-cases/audit-trail';
import { audited } from '../../../../lambda/records/use-cases/audited';
import { Refusal } from '../../../../lambda/records/use-cases/refusal';

const ACCESS = { action: 'read', resourceType: 'patient', patientIds: ['p'] } as const;

/** A trail whose log fails from the given call on. */
function trailOf({ failsFrom = Number.POSITIVE_INFINITY } = {}) {
  const events: AuditEvent[] = [];
  const log = {
    append: (event: AuditEvent) => {
      if (events.length >= failsFrom) return Promise.reject(new Error('away'));
      events.push(event);
      return Promise.resolve();
    },
  };
  const origin = { correlationId: 'c', from: '192.0.2.7', at: new Date('2026-01-15T12:00:00.000Z') };
  const said = () => events.map(({ outcome, reason }) => `${outcome}: ${reason}`);
  return { trail: new AuditTrail(log, () => 'tok', origin), said };
}

describe('audited', () => {
  it('gives no result of a work that nobody wrote down', async () => {
    const { trail, said } = trailOf();
    const forgetful = audited(trail, ACCESS, () => Promise.resolve('PHI'));
    await expect(forgetful).rejects.toThrow("'read' must be confirmed before it ends");
    expect(said()).toEqual(['failed: unavailable']);
  });

  it('writes before the work goes on', async () => {
    const { trail, said } = trailOf();
    await audited(trail, ACCESS, async (confirm) => {
      await confirm();
      expect(said()).toEqual(['allowed: permitted']);
    });
    expect(said()).toEqual(['allowed: permitted']);
  });

  it('says that what was allowed was not committed after all', async () => {
    const { trail, said } = trailOf();
    const failing = audited(trail, ACCESS, async (confirm) => {
      await confirm();
      throw new Error('the commit');
    });
    await expect(failing).rejects.toThrow('the commit');
    expect(said()).toEqual(['allowed: permitted', 'failed: notCommitted']);
  });

  it.each([
    ['what is allowed', async (confirm: () => Promise<void>) => confirm()],
    ['what is refused', () => Promise.reject(new Refusal('notPermitted'))],
    ['what fails', () => Promise.reject(new Error('database'))],
  ])('answers nothing else when the log does not take %s', async (_what, work) => {
    const { trail } = trailOf({ failsFrom: 0 });
    await expect(audited(trail, ACCESS, work)).rejects.toThrow(AuditUnavailable);
  });
});
