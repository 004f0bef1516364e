import { CONTENT_ITEMS } from './content-items';
import { COVERED_ENTITY_ITEMS } from './covered-entity-items';
import { HHS_ITEMS } from './hhs-items';
import type { NoticeItem, NoticeKind } from './notice-item';

/** What each notice has to say, in order. @see 45 CFR 164.404(c), 164.406(c), 164.408, 164.410(c) */
export const CHECKLISTS: Readonly<Record<NoticeKind, readonly NoticeItem[]>> = {
  individual: CONTENT_ITEMS,
  media: CONTENT_ITEMS.map((item) => ({ ...item, citation: `45 CFR 164.406(c); ${item.citation}` })),
  hhs: HHS_ITEMS,
  'covered-entity': COVERED_ENTITY_ITEMS,
};
