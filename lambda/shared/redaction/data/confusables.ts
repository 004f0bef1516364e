/**
 * Letters that look like Latin ones and that compatibility normalization leaves alone, with what they look like.
 * @see https://www.unicode.org/reports/tr39/ (the part that identifiers and labels are written with)
 */
const LETTERS: readonly (readonly [string, string])[] = [
  ['АВЕЅІЈКМНОРСТУХЗ', 'ABESIJKMHOPCTYX3'],
  ['авеѕіјкмнорсуԁһԛԝ', 'abesijkmhopcydhqw'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ['αορνικτ', 'aopvikt'],
  ['łŁøØđĐı', 'lLoOdDi'],
];

/** Marks that stand for a separator: slashes, full stops, colons, quotes, bullets and the like. */
const MARKS: readonly (readonly [string, string])[] = [
  ['⁄∕⧸', '///'],
  ['。․‧·∙•', '......'],
  ['∶ː׃', ':::'],
  ['‘’ʼ′`´', "''''''"],
  ['“”″', '"""'],
  ['−⁃─━ー¯', '------'],
  ['∗⁎×', '**x'],
];

/** Each look-alike with the ASCII character that it is read as; all of them are one UTF-16 unit. */
export const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  [...LETTERS, ...MARKS].flatMap(([from, to]) =>
    [...from].map((character, index) => [character, to.charAt(index)] as const),
  ),
);
