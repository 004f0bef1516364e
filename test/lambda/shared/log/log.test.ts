import { createLog } from '../../../../lambda/shared/log/log';

function logged(write: (log: ReturnType<typeof createLog>) => void): unknown {
  const lines: string[] = [];
  write(createLog((line) => lines.push(line)));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '');
}

const CANARY = 'Jane Roe 078-05-1120';

describe('a log line', () => {
  it('carries codes, ids, numbers and flags', () => {
    const id = '0b7c0f8e-4f0a-4b43-9d7e-0a8a5f2c9d11';
    expect(
      logged((log) =>
        log.info('session.opened', { role: { code: 'nurse' }, request: { id }, ms: 3, ok: true }),
      ),
    ).toEqual({ level: 'INFO', event: 'session.opened', role: 'nurse', request: id, ms: 3, ok: true });
  });

  it.each([
    ['the event', (log: ReturnType<typeof createLog>) => log.info(CANARY)],
    ['a field', (log: ReturnType<typeof createLog>) => log.info('read', { [CANARY]: 1 })],
    ['a code', (log: ReturnType<typeof createLog>) => log.info('read', { why: { code: CANARY } })],
    ['an id', (log: ReturnType<typeof createLog>) => log.info('read', { patient: { id: CANARY } })],
  ])('withholds %s that is not shaped like one of ours', (_what, write) => {
    const line = JSON.stringify(logged(write));
    expect(line).toContain('withheld');
    expect(line).not.toMatch(/Jane|078-05/);
  });

  it('tells of an error its type and never its text', () => {
    expect(logged((log) => log.error('read.failed', new TypeError(CANARY)))).toEqual({
      level: 'ERROR',
      event: 'read.failed',
      errorType: 'TypeError',
    });
    const named = Object.assign(new Error('x'), { name: CANARY });
    expect(logged((log) => log.error('read.failed', named))).toMatchObject({ errorType: 'Error' });
    expect(logged((log) => log.error('read.failed', CANARY))).toMatchObject({ errorType: 'NotAnError' });
  });
});
