import { holdsPersonalAddress } from '../../../lib/checks/rules/phi-words/personal-address';

const SSN = /(?<!\d|\d-)(\d{3})([- ._])(\d{2})\2(\d{4})(?!\d|-\d)/g;
const TELEPHONE =
  /(?<![\w.-])(?:\+1[-. ]?)?(?:\(\d{3}\) ?\d{3}[-. ]|\d{3}([-. ])\d{3}\1)\d{4}(?!\d)|(?<!\w)\+1\d{10}(?!\d)/g;
const ADDRESS = /[\w.%+-]+@([\w-]+(?:\.[\w-]+)+)/g;

/** Domains that RFC 2606 and RFC 6761 keep for examples. */
const RESERVED_DOMAIN = /(?:^|\.)(?:example(?:\.(?:com|org|net))?|test|invalid|localhost)$/i;

/** Numbers that the Social Security Administration voided because advertisements had shown them. */
const VOIDED = ['078051120', '219099999'];

/**
 * What looks like the PHI of a real person: Social Security numbers that can exist, telephone numbers outside 555-0100 to
 * 555-0199, addresses of persons at domains that can exist.
 */
export function realLookingPhi(text: string): readonly string[] {
  const plain = text.normalize('NFKC');
  return [
    ...[...plain.matchAll(SSN)]
      .filter(([, area = '', , group = '', serial = '']) => canExist(area, group, serial))
      .map(([match]) => match),
    ...[...plain.matchAll(TELEPHONE)]
      .map(([match]) => match)
      .filter((match) => !/55501\d\d$/.test(match.replace(/\D/g, ''))),
    ...[...plain.matchAll(ADDRESS)]
      .filter(([address, domain = '']) => !RESERVED_DOMAIN.test(domain) && holdsPersonalAddress(address))
      .map(([match]) => match),
  ];
}

/** Areas 000, 666 and 900 to 999, group 00 and serial 0000 are never issued. */
function canExist(area: string, group: string, serial: string): boolean {
  const isNever =
    area === '000' || area === '666' || area.startsWith('9') || group === '00' || serial === '0000';
  return !isNever && !VOIDED.includes(area + group + serial);
}
