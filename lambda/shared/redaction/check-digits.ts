/** Whether the digits of `text` satisfy the Luhn formula (cards, IMEI, and NPI behind its prefix 80840). */
export function luhnHolds(text: string): boolean {
  let sum = 0;
  let double = false;
  for (let index = text.length - 1; index >= 0; index--) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) {
      continue;
    }
    const value = double ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
    double = !double;
  }
  return sum % 10 === 0;
}

/** Whether ten digits are a National Provider Identifier by their check digit. @see 45 CFR 162.406 */
export function npiHolds(text: string): boolean {
  return luhnHolds(`80840${text}`);
}

/** Whether an International Bank Account Number has the remainder 1 that ISO 13616 demands. */
export function ibanHolds(text: string): boolean {
  const compact = text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const VIN_VALUES = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';

/** Whether the ninth character of a vehicle identification number is its check digit. @see 49 CFR 565.15 */
export function vinHolds(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < VIN_WEIGHTS.length; index++) {
    sum += (VIN_VALUES.indexOf(text.charAt(index).toUpperCase()) % 10) * (VIN_WEIGHTS[index] ?? 0);
  }
  return text.charAt(8).toUpperCase() === '0123456789X'.charAt(sum % 11);
}

/** Whether the seventh digit of a DEA registration number is its check digit. */
export function deaHolds(text: string): boolean {
  const digits = [...text.slice(-7)].map(Number);
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0, check = 0] = digits;
  return (first + third + fifth + 2 * (second + fourth + sixth)) % 10 === check;
}
