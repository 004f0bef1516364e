import { compliant, nonCompliant, notApplicable } from '../../../../lambda/evidence/domain/compliance';

describe('a judgement', () => {
  it.each([compliant, nonCompliant, notApplicable])('has a reason of at most 256 characters', (judge) => {
    expect(judge('short').annotation).toBe('short');
    expect(judge('x'.repeat(256)).annotation).toHaveLength(256);
    expect(judge('x'.repeat(300)).annotation).toBe(`${'x'.repeat(255)}…`);
  });
});
