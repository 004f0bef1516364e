import { sourceInTrace } from '../../lib/checks/source-location';

const ROOT = '/project';

describe('sourceInTrace', () => {
  it.each([
    ['a frame of the project', ['Phi (/project/lib/phi.ts:12:5)'], 'lib/phi.ts:12'],
    ['a frame without a function', ['/project/lib/phi.ts:12:5'], 'lib/phi.ts:12'],
    ['a frame as V8 writes it', ['    at new Phi (/project/lib/phi.ts:12:5)'], 'lib/phi.ts:12'],
    ['a frame by URL', ['Phi (file:///project/lib/phi.ts:12:5)'], 'lib/phi.ts:12'],
    ['a frame that the CDK took apart', ['/project/lib/phi.ts:12 (:)'], 'lib/phi.ts:12'],
    [
      'a frame that it took apart further on',
      ['/project/lib/phi.ts:12: (/project/lib/phi.ts:12:2)'],
      'lib/phi.ts:12',
    ],
    ['a path with blanks and brackets', ['Phi (/project/my lib (1)/phi.ts:12:5)'], 'my lib (1)/phi.ts:12'],
    [
      'the innermost of several',
      ['...new Bucket2 in aws-cdk-lib...', 'A (/project/lib/a.ts:1:1)', 'B (/project/bin/b.ts:2:2)'],
      'lib/a.ts:1',
    ],
    [
      'nothing of a dependency',
      ['X (/project/node_modules/x/index.js:3:3)', 'B (/project/bin/b.ts:2:2)'],
      'bin/b.ts:2',
    ],
    ['nothing outside the project', ['X (/elsewhere/x.ts:3:3)', 'Y (/project-two/y.ts:3:3)'], null],
    ['nothing of the runtime', ['X (node:internal/modules/run_main:3:3)'], null],
    ['nothing in what is no frame', ['(no user code in 10 frames)', ''], null],
  ])('reads %s', (_, trace, expected) => {
    expect(sourceInTrace(trace, ROOT)).toBe(expected);
  });
});
