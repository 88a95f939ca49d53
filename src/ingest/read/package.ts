import path from 'node:path/posix';
import { inflateWhole } from './inflate.js';
import { Unreadable } from './unreadable.js';
import { STORED, storedPart, type ZipPart, zipOf } from './zip.js';

/** A sheet of a workbook, with its part; a chart has none. */
export interface PackedSheet {
  /** Name and state, as attributes of XML. */
  attributes: string;
  part: ZipPart | undefined;
}

/** The parts of a workbook that are read, found as OPC says: from relation to relation. */
export interface Package {
  /** 1904 or not, as an attribute of XML. */
  dates: string;
  sheets: PackedSheet[];
  strings: ZipPart | undefined;
  styles: ZipPart | undefined;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKBOOK = /(?:^|\/)workbook\d*\.xml$/i;

/**
 * The package that the parts of a zip make: in any folder, under names with either slash, in any case.
 *
 * @throws Unreadable where it is no workbook
 */
export function packageOf(parts: readonly ZipPart[]): Package {
  const workbook = workbookOf(parts);
  const text = partText(workbook);
  const relations = relationsOf(parts, workbook.name);
  const partOf = (kind: string, id?: string) => {
    const relation = relations.find((one) => one.kind === kind && (id === undefined || one.id === id));
    return relation && partAt(parts, relation.path);
  };
  return {
    dates: attributeIn(tagsIn(text, 'workbookPr')[0] ?? '', 'date1904'),
    sheets: tagsIn(text, 'sheet').map((tag) => ({
      attributes: attributeIn(tag, 'name') + attributeIn(tag, 'state'),
      part: partOf('worksheet', valueIn(tag, '\\w+:id')),
    })),
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
  };
}

/** The text of the part that says how cells look; empty where there is none. */
export function stylesOf({ styles }: Package): string {
  return styles ? partText(styles) : '';
}

/** A workbook of the given sheets, its parts named as every reader expects them; strings and formats are inflated. */
export function repacked(
  book: Pick<Package, 'dates' | 'strings' | 'styles'>,
  sheets: readonly PackedSheet[],
): Buffer {
  const relations: string[] = [];
  const relate = (kind: string, target: string) => {
    relations.push(relation(`rId${relations.length + 1}`, kind, target));
    return relations.length;
  };
  const tags = sheets.map(({ attributes }, i) => {
    const id = relate('worksheet', `worksheets/sheet${i + 1}.xml`);
    return `<sheet${attributes} sheetId="${id}" r:id="rId${id}"/>`;
  });
  if (book.strings) relate('sharedStrings', 'sharedStrings.xml');
  if (book.styles) relate('styles', 'styles.xml');
  const workbook = `<workbook><workbookPr${book.dates}/><sheets>${tags.join('')}</sheets></workbook>`;
  const root = relation('rId1', 'officeDocument', 'xl/workbook.xml');
  const text = (name: string, xml: string) => storedPart(name, Buffer.from(xml));
  return zipOf([
    text('[Content_Types].xml', '<Types/>'),
    text('_rels/.rels', `<Relationships>${root}</Relationships>`),
    text('xl/workbook.xml', workbook),
    text('xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`),
    ...sheets.map(({ part }, i) => named(`xl/worksheets/sheet${i + 1}.xml`, part)),
    ...(book.strings ? [storedPart('xl/sharedStrings.xml', inflateWhole(book.strings))] : []),
    ...(book.styles ? [storedPart('xl/styles.xml', inflateWhole(book.styles))] : []),
  ]);
}

function named(name: string, part: ZipPart | undefined): ZipPart {
  return part ? { ...part, name } : { name, method: STORED, checksum: 0, size: 0, data: Buffer.alloc(0) };
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
}

function workbookOf(parts: readonly ZipPart[]): ZipPart {
  const root = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument');
  const part = (root && partAt(parts, root.path)) ?? parts.find(({ name }) => WORKBOOK.test(name));
  if (!part) throw new Unreadable('read.no-workbook-inside');
  if (!/\.xml$/i.test(part.name)) throw new Unreadable('read.foreign-format');
  return part;
}

interface Relation {
  id: string;
  /** What its type, an address, ends in: `worksheet`, `styles`. */
  kind: string;
  /** Of the part that it leads to. */
  path: string;
}

/** The relations of a part, which stand beside it; those of the whole package where it has no name. */
function relationsOf(parts: readonly ZipPart[], of: string): Relation[] {
  const folder = path.dirname(of);
  const part = partAt(parts, path.join(folder, '_rels', `${path.basename(of)}.rels`));
  const tags = part ? tagsIn(partText(part), 'Relationship') : [];
  return tags.map((tag) => ({
    id: valueIn(tag, 'Id'),
    kind: valueIn(tag, 'Type').split('/').at(-1) ?? '',
    path: path.join(path.resolve('/', folder, valueIn(tag, 'Target').replaceAll('\\', '/'))),
  }));
}

/** The part of that path; else, where folders are others than the relation says, of that name. */
function partAt(parts: readonly ZipPart[], wanted: string): ZipPart | undefined {
  const [place, name] = [path.join('/', wanted), `/${path.basename(wanted)}`].map((one) => one.toLowerCase());
  const placeOf = (part: ZipPart) => path.join('/', part.name).toLowerCase();
  return (
    parts.find((part) => placeOf(part) === place) ?? parts.find((part) => placeOf(part).endsWith(name ?? ''))
  );
}

/** The text of a part: XML is UTF-8, or UTF-16 with a mark. */
export function partText(part: ZipPart): string {
  const whole = inflateWhole(part);
  const isWide = whole[0] === 0xff && whole[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(whole);
}

function tagsIn(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*>`, 'g'))].map(([tag]) => tag);
}

function valueIn(tag: string, name: string): string {
  const [, , double, single] = new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return double ?? single ?? '';
}

/** An attribute as it is written again; empty where there is none. */
function attributeIn(tag: string, name: string): string {
  const value = valueIn(tag, name);
  return value === '' ? '' : ` ${name}="${value.replaceAll('"', '&quot;')}"`;
}
