import { synthesizeStacks } from '../support/baseline';

const ORDER = [
  'RecoveryBase',
  'Foundation',
  'Network',
  'Audit',
  'Data',
  'Detection',
  'Records',
  'Register',
  'Response',
];
const stacks = synthesizeStacks();
const kindOf = (name: string) => name.split('/')[1] ?? '';

describe('the order of the stacks', () => {
  it.each(stacks.map((stack) => [stack.name, stack] as const))(
    '%s uses only what stands before it',
    (name, stack) => {
      const position = ORDER.indexOf(kindOf(name));
      expect(position).toBeGreaterThanOrEqual(0);
      for (const dependency of stack.dependsOn)
        expect(ORDER.indexOf(kindOf(dependency))).toBeLessThan(position);
    },
  );

  it('has a second region for production only, deployed first and referring to nothing', () => {
    const recovery = stacks.filter(({ name }) => kindOf(name) === 'RecoveryBase');
    expect(recovery.map(({ name, region }) => [name, region])).toEqual([
      ['production/RecoveryBase', 'us-west-2'],
    ]);
    expect(recovery[0]?.dependsOn).toEqual([]);
    expect(JSON.stringify(recovery[0]?.template)).not.toContain('Fn::GetStackOutput');
  });

  it('protects the stacks of production, and only those, from termination', () => {
    for (const { name, terminationProtection } of stacks) {
      expect([name, terminationProtection]).toEqual([name, name.startsWith('production/')]);
    }
  });

  it('refers across stacks weakly, so that no export is ever stuck', () => {
    const text = JSON.stringify(stacks.map(({ template }) => template));
    expect(text).toContain('Fn::GetStackOutput');
    expect(text).not.toContain('Fn::ImportValue');
  });

  it('looks nothing up and has no token left over', () => {
    expect(JSON.stringify(stacks)).not.toContain('${Token[');
  });
});
