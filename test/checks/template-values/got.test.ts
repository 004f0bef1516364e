import { got } from '../../../lib/checks/template-values/got';

describe('got', () => {
  it.each([
    [undefined, 'got: none.'],
    ['HTTP', "got: 'HTTP'."],
    [80, 'got: 80.'],
    [{ Days: 7 }, 'got: an object.'],
    [{ Ref: 'Policy' }, 'got: {"Ref":"Policy"}, which the template does not decide.'],
  ])('says what stands in the place of %j', (value, text) => {
    expect(got(value)).toBe(text);
  });

  it.each([['x'.repeat(5000)], [{ 'Fn::Sub': 'x'.repeat(5000) }]])('stays short', (value) => {
    expect(got(value).length).toBeLessThan(140);
  });
});
