import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordSplitter } from '../../../src/ingest/read/records.js';

type Event = string[] | number;

/** What the splitter says about a text that comes in the given pieces; a number stands for spoilt lines. */
function split(pieces: readonly string[], width?: number): Event[] {
  const events: Event[] = [];
  const splitter = new RecordSplitter(',', {
    record: (cells) => events.push(cells),
    unclosed: (lines) => events.push(lines),
    ...(width && { isWide: (cells: number) => cells === width }),
  });
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  return events;
}

describe('RecordSplitter', () => {
  test.each<[string, string, Event[]]>([
    [
      'plain lines',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'Windows line ends',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'old Mac line ends',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['blank lines are records', 'a,b\n\nc,d\n', [['a', 'b'], [''], ['c', 'd']]],
    [
      'quoted delimiter',
      '"a,1",b\nc,d\n',
      [
        ['a,1', 'b'],
        ['c', 'd'],
      ],
    ],
    ['quoted quotes', '"a ""x""",b\n', [['a "x"', 'b']]],
    [
      'a quoted line break is one record',
      '"a\n1",b\nc,d\n',
      [
        ['a\n1', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a quote inside a cell',
      'a"1,b\nc,d\n',
      [
        ['a"1', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a quote never closed', 'a,b\n"c,d\ne,f\n', [['a', 'b'], 1, ['e', 'f']]],
    ['a quote never closed on the last line', 'a,b\nc,"d', [['a', 'b'], 1]],
    ['spoilt lines until one is whole', 'a,b\n"c\nd\ne,f\n', [['a', 'b'], 2, ['e', 'f']]],
    ['an open quote before quoted cells', '"a,b\n"c","d"\n', [1, ['c', 'd']]],
    ['closed by accident', '"a,b\nc,d",e,f\ng,h\n', [2, ['g', 'h']]],
  ])('%s', (_, text, expected) => {
    expect(split([text], 2)).toEqual(expected);
  });

  test('gives the same records however the text is cut into blocks', () => {
    const piece = fc.constantFrom('a', '姓名', ',', '\n', '\r\n', '"', '""', '"x"', '"1\n2"');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat({ max: 40 }), (pieces, at) => {
        const text = pieces.join('');
        expect(split([text.slice(0, at), text.slice(at)], 2)).toEqual(split([text], 2));
      }),
      { numRuns: 500 },
    );
  });

  test('reads back whatever is written with quotes', () => {
    const cell = fc.stringMatching(/^[a姓",\n ]{0,5}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (records) => {
        const quoted = records.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','));
        expect(split([`${quoted.join('\n')}\n`], 3)).toEqual(records);
      }),
    );
  });
});
