/** English month names and their abbreviations. */
export const ENGLISH_MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** English month names as they are often mistyped. */
const MISTYPED_MONTHS =
  'januray|janurary|janaury|januari|febuary|feburary|febraury|febrary|marh|aprill|apirl|apil|jully|agust|augest|augst|' +
  'septmber|setember|septemeber|septermber|ocotber|octobar|ocober|octber|novemeber|novmber|novembar|decmber|decemeber|desember';

/** Spanish, German and French month names, as they stand after folding, and mistyped English ones; those that English has too are above. */
export const OTHER_MONTHS =
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|' +
  'januar|februar|marz|mai|juni|juli|oktober|dezember|' +
  'janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|' +
  MISTYPED_MONTHS;

/** The first words by which a month is noticed. */
export const MONTH_WORDS: readonly string[] = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
  ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'],
  ...OTHER_MONTHS.split('|'),
];

/** Ordinal numbers as words, for days of a month. */
export const ORDINAL_WORDS =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|' +
  'sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|' +
  'thirtieth|thirty[ -]first';
