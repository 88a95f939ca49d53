import { say } from '../../messages/index.js';
import type { AuditResult } from '../../model/result.js';
import { SEVERITIES } from '../../model/severity.js';
import { type Row, rowsOf } from '../rows.js';
import type { Payload } from './client.js';

/** The findings as the page's script takes them: texts that come again and again are kept once. */
export function payloadOf(result: AuditResult): Payload {
  const { lang } = result.run;
  const texts: string[] = [];
  const known = new Map<string, number>();
  const keep = (text: string): number => {
    const at = known.get(text) ?? texts.push(text) - 1;
    known.set(text, at);
    return at;
  };
  const rows = rowsOf(result);
  const messages = new Map(rows.map((row) => [row.finding.id, row.message]));
  const cause = (row: Row) => {
    const origin = messages.get(row.cause);
    return origin === undefined ? '' : say(lang, 'page.follows') + origin;
  };
  return {
    texts,
    rows: rows.map((row) => [
      SEVERITIES.indexOf(row.level),
      keep(row.community),
      keep(row.building),
      keep(row.title),
      keep((row.unconfirmed ? say(lang, 'report.undecided') : '') + row.message),
      keep(row.suggestion),
      keep(cause(row)),
      ...[...(row.places.length > 0 ? row.places : [row.missing]), ...row.evidence].map(keep),
    ]),
    severities: SEVERITIES.map((name) => say(lang, `report.${name}`)),
    shown: say(lang, 'page.shown', FILLED_LATER),
    noCommunity: say(lang, 'reports.no-community'),
  };
}

/** The script of the page puts the numbers in. */
const FILLED_LATER = { total: '{total}', count: '{count}', page: '{page}', pages: '{pages}' };

/** JSON that cannot end the element it stands in. */
export function embedded(payload: Payload): string {
  return JSON.stringify(payload).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
