import { SIGNALS } from '../../../../../lambda/breach/domain/triage/signals/catalogue';

describe('the catalogue of signals', () => {
  it.each([...SIGNALS.values()].map((signal) => [signal.id, signal] as const))(
    '%s says what it is, what it touches and what to do first',
    (id, signal) => {
      expect(id).toMatch(/^[a-z][a-z0-9-]{3,60}$/);
      expect(signal.title.length).toBeGreaterThan(10);
      expect(signal.firstStep).toMatch(/^[A-Z].*\.$/);
      expect(signal.citations.length).toBeGreaterThan(0);
      for (const citation of signal.citations) {
        expect(citation).toMatch(/^164\.\d{3}\([a-z]\)/);
      }
    },
  );

  it('makes an incident of one of the four questions urgent', () => {
    for (const signal of SIGNALS.values()) {
      if (signal.question !== 'watch') {
        expect([signal.id, signal.severity]).not.toEqual([signal.id, 'low']);
      }
    }
  });
});
