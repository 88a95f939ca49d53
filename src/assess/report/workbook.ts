import type { Sheet } from '../../workbook/workbook.js';
import type { Assessment } from '../types.js';
import { sheetOf } from './sheet.js';
import { decimals, targetShare, type Words, wordsIn } from './words.js';

/** The assessment as a workbook: ranks, items, targets, warnings, rules. */
export function* assessmentSheets(assessment: Assessment, lang: Words['lang']): Iterable<Sheet> {
  const words = wordsIn(lang);
  yield ranks(assessment, words);
  yield items(assessment, words);
  if (assessment.targets.length > 0) yield targets(assessment, words);
  if (assessment.warnings.length > 0) yield warnings(assessment, words);
  yield rules(assessment, words);
}

function ranks(assessment: Assessment, words: Words): Sheet {
  const rows = assessment.areas.map((area) => [
    words.say(`assess.${area.level}`),
    area.rank ?? '–',
    area.area,
    area.score ?? '–',
    words.measured(area),
    words.schemes(area),
    area.communities,
    words.remark(area),
  ]);
  return sheetOf(
    {
      name: words.say('assess.rank'),
      columns: [
        ['assess.level', 14, 'text'],
        ['assess.rank', 8, 'number'],
        ['assess.area', 22, 'text'],
        ['assess.score', 12, 'percent'],
        ['assess.measured', 22, 'text'],
        ['assess.scheme', 32, 'text'],
        ['assess.communities', 10, 'number'],
        ['assess.remark', 34, 'text'],
      ],
      rows,
      bar: 3,
    },
    assessment,
    words,
  );
}

function items(assessment: Assessment, words: Words): Sheet {
  const rows = assessment.areas.flatMap(({ area, schemes }) =>
    schemes.flatMap(({ scheme, items: own }) =>
      own.map((item) => [
        area,
        words.say(`assess.${scheme}`),
        words.item(item.item),
        item.numerator,
        item.denominator,
        item.value ?? words.say('assess.na'),
        item.points ?? words.say('assess.na'),
        item.weight,
        item.small ? words.say('assess.few') : '',
      ]),
    ),
  );
  return sheetOf(
    {
      name: words.say('assess.item'),
      columns: [
        ['assess.area', 22, 'text'],
        ['assess.scheme', 10, 'text'],
        ['assess.item', 20, 'text'],
        ['reports.numerator', 11, 'number'],
        ['reports.denominator', 11, 'number'],
        ['assess.value', 12, 'percent'],
        ['assess.points', 10, 'percent'],
        ['assess.weight', 10, 'percent'],
        ['assess.remark', 18, 'text'],
      ],
      rows,
    },
    assessment,
    words,
  );
}

function targets(assessment: Assessment, words: Words): Sheet {
  const rows = assessment.targets.map((row) => [
    row.area,
    words.lang === 'en' ? row.code : row.name,
    targetShare(row),
    row.value ?? '–',
    row.unit,
    words.limits(row),
    words.say(`assess.${row.verdict}`),
  ]);
  return sheetOf(
    {
      name: words.say('assess.target'),
      columns: [
        ['assess.area', 22, 'text'],
        ['assess.indicator', 26, 'text'],
        ['assess.share', 18, 'text'],
        ['assess.figure', 12, 'percent'],
        ['reports.unit', 8, 'text'],
        ['assess.target', 16, 'text'],
        ['assess.verdict', 14, 'text'],
      ],
      rows,
    },
    assessment,
    words,
  );
}

function warnings(assessment: Assessment, words: Words): Sheet {
  const rows = assessment.warnings.flatMap((warning) =>
    warning.years.map(({ year, value, numerator, denominator }) => [
      warning.area,
      words.item(warning.item),
      words.stage(warning),
      String(year),
      numerator,
      denominator,
      value,
    ]),
  );
  return sheetOf(
    {
      name: words.say('assess.warnings'),
      columns: [
        ['assess.area', 22, 'text'],
        ['assess.item', 20, 'text'],
        ['assess.verdict', 34, 'text'],
        ['assess.year', 8, 'text'],
        ['reports.numerator', 11, 'number'],
        ['reports.denominator', 11, 'number'],
        ['assess.value', 12, 'percent'],
      ],
      rows,
    },
    assessment,
    words,
  );
}

function rules(assessment: Assessment, words: Words): Sheet {
  const rows = assessment.items.map((item) => [
    words.item(item.code),
    item.only ? words.say(`assess.${item.only}`) : '',
    decimals(item.weight),
    words.rule(item),
    words.target(item),
  ]);
  return sheetOf(
    {
      name: words.say('assess.rules'),
      columns: [
        ['assess.item', 22, 'text'],
        ['assess.scheme', 10, 'text'],
        ['assess.weight', 10, 'text'],
        ['assess.rule', 46, 'text'],
        ['assess.target', 20, 'text'],
      ],
      rows,
    },
    assessment,
    words,
  );
}
