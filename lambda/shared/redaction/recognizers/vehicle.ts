import { vinHolds } from '../check-digits';
import type { Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';

/** Vehicle identifiers that are known by their shape; plates need their label. @see 45 CFR 164.514(b)(2)(i)(L) */
export const VEHICLE_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'vin',
    type: 'VEHICLE',
    description: 'seventeen letters and digits without I, O and Q, with four digits or more',
    by: ['shape', 'check-digit'],
    anchors: [{ on: 'mixed', lengths: [17] }],
    pattern: '[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])',
    confidence: 3,
    accepts: (match) => (match.match(/\d/g) ?? []).length >= 4,
    checked: { confidence: 5, holds: vinHolds },
  }),
];
