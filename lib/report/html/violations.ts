import type { Verdict, Violation } from '../../checks/verdict';
import { environmentName } from '../environment-name';
import { breakable } from './breakable';
import { type Markup, markup } from './markup';

/** Everything that is open, environment by environment: what to do before what is wrong. */
export function renderViolations({ environments }: Verdict): Markup {
  const failed = environments.filter(({ violations }) => violations.length > 0);
  if (failed.length === 0) return markup`<p>No violation is open.</p>`;
  return markup`${failed.map(
    ({ environment, violations }) => markup`
<h3>${environmentName(environment)}</h3>
<ol class="violations">${violations.map(renderViolation)}</ol>`,
  )}`;
}

function renderViolation(violation: Violation): Markup {
  const { rule, severity, citations, path, stack, resourceType, message, fix, source } = violation;
  return markup`
<li><p class="fix">${fix}</p>
<p>${message}</p>
<dl class="facts">${fact('Line', source)}${fact('Resource', path)}${fact('Type', resourceType)}${fact('Stack', stack)}${fact('Rule', `${rule} (${severity})`)}${fact('Paragraphs', citations.join(', '))}</dl></li>`;
}

function fact(name: string, value: string | null): Markup | null {
  return value === null || value === ''
    ? null
    : markup`<div><dt>${name}</dt><dd>${breakable(value)}</dd></div>`;
}
