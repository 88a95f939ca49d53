/** The longest raw text that a problem quotes. */
const RAW_LIMIT = 200;

/** The longest text that is kept of one cell; a longer one is cut (and reported) so that no row outgrows the store. */
const TEXT_LIMIT = 8_192;

/** The most characters that a spreadsheet cell can hold. */
export const CELL_LIMIT = 32_767;

/** What stands for nothing: marks that people write, and what programs make of an empty field. */
const BLANKS = new Set([
  ...['', '/', '//', '\\', '-', '--', '–', '—', '——', '―', '不详', '未知'],
  ...['NULL', '(NULL)', 'N/A', 'NAN', 'NONE', '\\N'],
]);
const LONGEST_BLANK = 6;

/**
 * Rare characters that GBK kept among its private ones, U+E815 to U+E864 in order (FE50 to FEA0 of GB18030, with what its
 * edition of 2022 gives them): a name typed with an old font, and the same name typed today, are one.
 */
const ONCE_PRIVATE = [
  ...'⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱',
  ...'䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
];

function inUnicode(once: string): string {
  return ONCE_PRIVATE[once.charCodeAt(0) - 0xe815] ?? once;
}

const EQUALS = 61;

/** True for text that `tidy` leaves alone: printable ASCII and common Han characters, single blanks inside only. */
export function isTidy(text: string): boolean {
  let before = 0x20;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain = (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
    if (!plain && (code !== 0x20 || before === 0x20)) return false;
    before = code;
  }
  return before !== 0x20;
}

/**
 * The text of a cell without what typing and exports add: full-width forms become half-width (NFKC), control
 * characters and line breaks become blanks, invisible characters and variation selectors go, characters of old fonts get their
 * place in Unicode, runs of blanks become one, ends are trimmed.
 */
export function tidy(raw: string): string {
  if (isTidy(raw)) return raw;
  const limited = raw.length > TEXT_LIMIT ? raw.slice(0, TEXT_LIMIT) : raw;
  return limited
    .normalize('NFKC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/[\ue815-\ue864]/g, inUnicode)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Tidy text as the store keeps it: never longer than its limit. */
export function limited(text: string): string {
  return text.length > TEXT_LIMIT ? text.slice(0, TEXT_LIMIT) : text;
}

/** True for text that begins with a digit 0 to 9: neither blank nor quoted, and most cells are such. */
export function startsWithDigit(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57;
}

/** True for tidy text that means "nothing here": empty, `/`, `-`, `—`, NULL, N/A, nan, 不详, 未知. */
export function isBlank(text: string): boolean {
  if (startsWithDigit(text)) return false;
  return text.length <= LONGEST_BLANK && BLANKS.has(text.length > 2 ? text.toUpperCase() : text);
}

/** True for blank text, or 无, which is blank wherever it is no code. */
export function isBlankOrNone(text: string): boolean {
  return text === '无' || isBlank(text);
}

/** Tidy text without the apostrophe, the quotes or the `="…"` that make a spreadsheet keep digits as text. */
export function unquoted(text: string): string {
  if (startsWithDigit(text)) return text;
  const inFormula = text.charCodeAt(0) === EQUALS ? /^= ?"([^"]*)"$/.exec(text)?.[1] : undefined;
  if (inFormula !== undefined) return inFormula.trim();
  const bare = text.replace(/^['’‘`"]+/, '').trimStart();
  return bare.length < text.length && text.endsWith(text.charAt(0)) ? bare.replace(/['`"]+$/, '') : bare;
}

/** Text without what stands in brackets. */
export function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g, '');
}

/** A raw cell as a problem quotes it: one line, at most 200 characters. */
export function shortened(raw: string | number): string {
  return tidy(String(raw).slice(0, RAW_LIMIT)).slice(0, RAW_LIMIT);
}
