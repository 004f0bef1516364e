/** What people call a resource of a CloudFormation type: `listener`, `DB instance`; empty for no type. */
export function typeNoun(resourceType: string): string {
  const name = resourceType.split('::').at(-1) ?? '';
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(' ')
    .map((word) => (/^[A-Z][a-z\d]*$/.test(word) ? word.toLowerCase() : word))
    .join(' ');
}
