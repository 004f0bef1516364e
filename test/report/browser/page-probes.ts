/*
 * What the browser is asked, as text: these run in the page, which has globals that this project does not.
 */

/** Texts whose contrast with what is painted behind them is under 4.5 : 1, with the ratio. */
export const LOW_CONTRAST = `(() => {
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const over = ([r, g, b, a = 1], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const layers = [];
    for (let each = element; each !== null; each = each.parentElement) layers.push(parse(getComputedStyle(each).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), matchMedia('(prefers-color-scheme: dark)').matches ? [0, 0, 0] : [255, 255, 255]);
  };
  const found = new Set();
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === '' || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.matches('script, style, option')) continue;
    texts += 1;
    const behind = ground(element);
    const ink = over(parse(getComputedStyle(element).color), behind);
    const [light, dark] = [luminance(ink), luminance(behind)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) found.add(ratio.toFixed(2) + ' ' + element.tagName + '.' + element.className + ': ' + walker.currentNode.data.trim().slice(0, 40));
  }
  return { texts, low: [...found] };
})()`;

/** Elements whose content is cut off, or reaches out of the page. */
export const CUT_OFF = `(() => {
  const width = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || element.closest('.visually-hidden, .skip, svg, thead') !== null) return [];
    const name = element.tagName + '.' + element.className + ': ' + element.textContent.trim().slice(0, 40);
    const cut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline';
    const out = element.getBoundingClientRect().right > width + 1;
    return cut || out ? [name] : [];
  });
})()`;

/** Evidence, fixes and reasons that are not shown. */
export const NOT_SHOWN = `[...document.querySelectorAll('main dd, main li, main th[scope=rowgroup], main h2, main h3')]
  .filter((element) => !element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) || element.getClientRects().length === 0)
  .map((element) => element.textContent.trim().slice(0, 60))`;

/** How far the page is wider than the window, in pixels. */
export const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** The paragraphs whose rows are shown. */
export const SHOWN_PARAGRAPHS = `[...document.querySelectorAll('#safeguards [data-safeguard]')]
  .filter((row) => row.checkVisibility()).map((row) => row.querySelector('.citation').textContent)`;

/** Whether what has the focus shows it. */
export const FOCUS_IS_VISIBLE = `(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
})()`;
