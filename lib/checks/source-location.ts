import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IConstruct } from 'constructs';

/** The metadata under which the CDK keeps where a construct was made. */
const CREATION_STACK = 'aws:cdk:creationStack';

const FRAME_FORMS = [
  // A call outside every function, which the CDK takes apart in the wrong place.
  /^(.+?):(\d+) \(:\)$/,
  /^(?:\s*at )?(?:.*? \()?(.+?):(\d+):\d+\)?$/,
];

/** The innermost line of the project that makes a construct, `file:line`; null when no line of the project does. */
export function sourceOf(construct: IConstruct, projectRoot: string): string | null {
  const trace: unknown = construct.node.metadata.find(({ type }) => type === CREATION_STACK)?.data;
  return Array.isArray(trace) ? sourceInTrace(trace.map(String), projectRoot) : null;
}

/** The first frame of a stack trace that lies in the project and outside its dependencies. */
export function sourceInTrace(trace: readonly string[], projectRoot: string): string | null {
  for (const frame of trace) {
    const [, place, line] =
      FRAME_FORMS.map((form) => frame.match(form)).find((match) => match !== null) ?? [];
    if (place === undefined) continue;
    const file = path.relative(projectRoot, place.startsWith('file://') ? fileURLToPath(place) : place);
    const outside =
      file.startsWith('..') || path.isAbsolute(file) || file.split(path.sep).includes('node_modules');
    if (!outside) return `${file.split(path.sep).join('/')}:${line}`;
  }
  return null;
}
