import { dated, type EventKind } from './kind.js';

export const deathKind: EventKind = {
  name: 'death',
  primary: 'deaths',
  claims: [
    {
      register: 'deaths',
      subject: 'self',
      values: { ...dated('death_date'), registered: 't.registration_date', sex: 't.sex' },
    },
    {
      register: 'households',
      subject: 'self',
      values: { ...dated('death_date'), sex: 't.sex' },
      rows: 't.death_date IS NOT NULL',
    },
  ],
  same: [{ by: ['subject'] }],
  shown: [],
  keys: [
    { name: 'person', by: ['subject'] },
    { name: 'name-date', by: ['subject_pinyin', 'date'], unless: ['subject_valid_id'] },
  ],
  score: { date: [2, 1], sex: [1, 1] },
};
