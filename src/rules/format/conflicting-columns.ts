import { cellRule } from '../problems.js';

/** Two columns for one item, both filled, that differ; once a sheet. */
export const conflictingColumns = cellRule({
  name: 'format/conflicting-columns',
  severity: 'error',
  title: { zh: '两栏内容互相矛盾', en: 'Conflicting columns' },
  why: {
    zh: '同一项内容有两栏，填得不一样，只能采用左边一栏。',
    en: 'Two columns hold the same item and differ; only the left one is used.',
  },
  remedy: {
    zh: '核对原始凭证，只保留正确的一栏。',
    en: 'Check the original documents and keep the right column only.',
  },
  message: {
    zh: '有两栏都是“{heading}”，两栏都填且不一致（{detail} 行）；已按左边一栏核对。',
    en: 'Two columns are “{heading}”; both are filled and differ ({detail} rows). The left one was used.',
  },
});
