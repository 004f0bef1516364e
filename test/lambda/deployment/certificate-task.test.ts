import type {
  CertificateStore,
  KeptCertificate,
} from '../../../lambda/deployment/certificate/certificate-store';
import { certificateTask } from '../../../lambda/deployment/certificate/certificate-task';
import { readRequest } from '../../../lambda/shared/cloudformation/cloudformation-request';
import { request } from './requests';

const NOW = new Date('2026-11-20T00:00:00Z');
const daysFromNow = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

/** Certificates in memory; `inUse` says how often a removal is refused. */
function memoryStore(inUse = 0) {
  const kept = new Map<string, KeptCertificate & { label: string }>();
  let refusals = inUse;
  const store: CertificateStore = {
    findLabelled: async (label) => [...kept.values()].find((each) => each.label === label),
    find: async (arn) => kept.get(arn),
    add: async ({ notAfter, certificate }, label) => {
      const arn = `arn:certificate/${kept.size + 1}`;
      kept.set(arn, { arn, label, notAfter, hostNames: [certificate] });
      return arn;
    },
    replace: async (arn, { notAfter }) => {
      const old = kept.get(arn);
      if (old !== undefined) kept.set(arn, { ...old, notAfter });
    },
    remove: async (arn) => {
      if (refusals-- > 0) return 'in-use';
      kept.delete(arn);
      return 'removed';
    },
  };
  return { store, kept };
}

function setUp(inUse = 0, validDays = 825) {
  const { store, kept } = memoryStore(inUse);
  const pauses: number[] = [];
  const task = certificateTask({
    store,
    make: async (hostName, now) => ({
      certificate: hostName,
      privateKey: 'key',
      notAfter: new Date(now.getTime() + validDays * 86_400_000),
    }),
    now: () => NOW,
    pause: async (ms) => pauses.push(ms),
  });
  const ask = (changes: Readonly<Record<string, unknown>>) => {
    const asked = readRequest(
      request({ ResourceProperties: { HostName: 'a.elb.amazonaws.com' }, ...changes }),
    );
    if (asked === undefined) throw new Error("'changes' must leave a request");
    return asked;
  };
  return {
    kept,
    pauses,
    apply: (changes = {}) => task.apply(ask(changes)),
    remove: (arn: string) => task.remove(ask({ RequestType: 'Delete', PhysicalResourceId: arn })),
  };
}

describe('the certificate of a sandbox', () => {
  it('is made once, however often the same creation is delivered', async () => {
    const { apply, kept } = setUp();
    const first = await apply();
    expect(await apply()).toBe(first);
    expect(kept.size).toBe(1);
  });

  it('stays on an update that finds it far from its end', async () => {
    const { apply, kept } = setUp();
    const arn = await apply();
    const before = kept.get(arn);
    expect(await apply({ RequestType: 'Update', PhysicalResourceId: arn, RequestId: 'request-2' })).toBe(arn);
    expect(kept.get(arn)).toEqual(before);
  });

  it.each([
    [90, false],
    [89, true],
    [-5, true],
  ])('with %i days left is renewed under its ARN: %s', async (days, renewed) => {
    const { apply, kept } = setUp();
    const arn = await apply();
    kept.set(arn, { arn, label: '', hostNames: ['a.elb.amazonaws.com'], notAfter: daysFromNow(days) });
    expect(await apply({ RequestType: 'Update', PhysicalResourceId: arn })).toBe(arn);
    expect(kept.get(arn)?.notAfter).toEqual(daysFromNow(renewed ? 825 : days));
  });

  it('becomes another one for another host, so that the old one serves until it is replaced', async () => {
    const { apply, kept } = setUp();
    const old = await apply();
    const other = await apply({
      RequestType: 'Update',
      RequestId: 'request-2',
      PhysicalResourceId: old,
      ResourceProperties: { HostName: 'b.elb.amazonaws.com' },
    });
    expect(other).not.toBe(old);
    expect([...kept.keys()]).toEqual([old, other]);
  });

  it('is made again when somebody deleted it', async () => {
    const { apply, kept } = setUp();
    kept.clear();
    await expect(apply({ RequestType: 'Update', PhysicalResourceId: 'arn:certificate/9' })).resolves.toBe(
      'arn:certificate/1',
    );
  });

  it('is removed once its listener has given it up', async () => {
    const { apply, remove, kept, pauses } = setUp(2);
    await remove(await apply());
    expect(kept.size).toBe(0);
    expect(pauses).toEqual([5000, 5000]);
  });

  it('is not given up for removed while a listener has it', async () => {
    const { apply, remove, kept } = setUp(1000);
    await expect(remove(await apply())).rejects.toThrow('The certificate is still in use');
    expect(kept.size).toBe(1);
  });

  it.each(['', 'a b', 'x'.repeat(300), 'host', 'a.b/../c', 'a..b'])(
    'is not made for %j',
    async (HostName) => {
      const { apply, kept } = setUp();
      await expect(apply({ ResourceProperties: { HostName } })).rejects.toThrow(
        "'HostName' must be a host name",
      );
      expect(kept.size).toBe(0);
    },
  );

  it('takes the name as browsers write it, in lower case', async () => {
    const { apply, kept } = setUp();
    const arn = await apply({
      ResourceProperties: { HostName: 'Sandb-LoadB-1A.us-east-1.elb.amazonaws.com' },
    });
    expect(kept.get(arn)?.hostNames).toEqual(['sandb-loadb-1a.us-east-1.elb.amazonaws.com']);
  });
});
