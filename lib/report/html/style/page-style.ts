import { LAYOUT } from './layout';
import { PARTS } from './parts';
import { PRINT } from './print';
import { SAFEGUARDS_STYLE } from './safeguards';
import { TOKENS } from './tokens';

/** The style of the page, all of it. */
export const PAGE_STYLE = [TOKENS, LAYOUT, PARTS, SAFEGUARDS_STYLE, PRINT].join('');
