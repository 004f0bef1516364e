import { PHI_TYPES, phiTypeRow } from '../deadlines/phi-types';
import { plainText } from './plain-text';

/** The types of information in the words of a letter, each once; types that are not in the vocabulary as they were written. */
export function phiInWords(phiTypes: readonly string[]): readonly string[] {
  const rows = new Set(phiTypes.map(phiTypeRow));
  const known = PHI_TYPES.filter((row) => rows.has(row)).map(({ words }) => words);
  const others = phiTypes.filter((type) => phiTypeRow(type) === undefined).map(plainText);
  return [...known, ...new Set(others.filter((words) => words !== ''))];
}
