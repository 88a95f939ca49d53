import { DEFAULT_ASSESSMENT } from './assessment-defaults.js';
import type { Config } from './types.js';

/** The name that is looked for beside the audited files. */
export const CONFIG_FILE = 'plumbline.yaml';

/** What holds without a `plumbline.yaml`. A configuration adds words and points to these. */
export const DEFAULT_CONFIG = Object.freeze<Config>({
  communities: [],
  points: [
    { name: 'card', words: ['户卡', '育妇卡', 'WIS卡', 'card'], witness: false },
    { name: 'ledger', words: ['台账', '台帐', '登记册', '花名册', 'ledger'], witness: false },
    { name: 'system', words: ['信息系统', '系统导出', '平台', '全员', 'system'], witness: false },
    { name: 'field', words: ['实际', '入户', 'field'], witness: false },
    { name: 'hospital', words: ['医院', '卫生院', 'hospital'], witness: true },
    { name: 'civil', words: ['民政', 'civil'], witness: true },
    { name: 'police', words: ['公安', '派出所', 'police'], witness: true },
    { name: 'school', words: ['学校', 'school'], witness: true },
    { name: 'employer', words: ['单位', 'employer'], witness: true },
  ],
  files: [],
  headings: {},
  codes: {},
  yearStart: 1,
  population: 'registered',
  marriageAt: 'wife',
  indicators: [],
  identities: [],
  areas: [],
  targets: [],
  assessment: DEFAULT_ASSESSMENT,
  recountBy: 'event_date',
  monthEnd: 31,
  yearEnd: { paths: [], reports: ['xlsx', 'html'], thresholds: [] },
  rules: {},
  office: {},
  fingerprintKey: 'plumbline.audit/1',
});
