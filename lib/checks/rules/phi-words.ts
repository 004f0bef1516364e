import type { BaselineRule } from '../baseline-rule';
import type { Template } from '../template';
import { type NamedText, textsOfResource, textsOfTemplate } from './phi-words/named-texts';
import { phiKindsIn } from './phi-words/phi-kinds';

/**
 * No name, tag, description, output or default identifies a patient. These texts are no data to AWS: they stand in trails, bills,
 * inventories and consoles, unencrypted and for whoever may list resources. What a template says of itself is reported at
 * its first resource. Messages never repeat the text.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export const phiWords: BaselineRule = {
  id: 'Baseline-PhiWords',
  severity: 'error',
  info: 'No name, tag, description, output or default of a parameter identifies a person.',
  explanation:
    'Names and tags are copied into trails, bills and consoles, which nobody guards as PHI and nobody can take back.',
  fix: 'Name what a resource is for (patient-records), never whom; keep identifiers in the data that is encrypted.',
  citations: ['164.312(a)(1)'],
  basis: 'guidance',
  evaluate: ({ logicalId, resource, template }) => [
    ...new Set([
      ...textsOfResource(logicalId, resource, template).flatMap(judge),
      ...(logicalId === firstResource(template) ? textsOfTemplate(template).flatMap(judge) : []),
    ]),
  ],
};

/** The longest place that a message names, in characters: a template may call its outputs what it likes. */
const LONGEST_PLACE = 200;

function judge({ place, text, label }: NamedText): readonly string[] {
  const kinds = label === undefined ? phiKindsIn(text) : phiKindsOf(label, text);
  // The place can hold what it names: an output called after a patient.
  const isNamed = kinds.length > 0 && phiKindsIn(place).length > 0;
  const shown = isNamed || place.length > LONGEST_PLACE ? 'A text' : place;
  return kinds.map((kind) => `${shown} must not hold what looks like ${kind}.`);
}

/** What the label alone gives away is reported where the label is. */
function phiKindsOf(label: string, text: string): readonly string[] {
  const ofLabel = phiKindsIn(label);
  const together = phiKindsIn(`${label}=${text}`).filter((kind) => !ofLabel.includes(kind));
  return [...new Set([...phiKindsIn(text), ...together])];
}

const FIRST = new WeakMap<Template, string | undefined>();

function firstResource(template: Template): string | undefined {
  if (!FIRST.has(template)) FIRST.set(template, Object.keys(template.Resources)[0]);
  return FIRST.get(template);
}
