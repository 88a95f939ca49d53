import type { AuditOptions } from '../src/audit/options.js';

/** An audit of 2023 as tests ask for it: in Chinese, in this thread alone. @param more what is asked otherwise */
export function asked(path: string, more: Partial<AuditOptions> = {}): AuditOptions {
  return { paths: [path], period: '2023', asOf: '2023-12-31', lang: 'zh', threads: 1, ...more };
}
