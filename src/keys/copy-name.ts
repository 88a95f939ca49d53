/** What people and programs write into the name of a copy: a number in brackets at the end, or a word for it. */
const MARKS = [
  /[(（]\s*\d{1,2}\s*[)）]/,
  /副本|复件|复制|拷贝|备份|备用|旧(?:版|表|稿|件|档|的|数据)|(?:^|[^\u4e00-\u9fff])旧/,
  /(?<![a-z])(?:copy|copies|backup|bak|old)(?![a-z])/,
];

/**
 * Whether a path or the name of a sheet marks what it names as a copy of something else.
 * @param names path with slashes, name of a sheet
 */
export function isCalledCopy(...names: readonly string[]): boolean {
  const parts = names.flatMap((name) => name.toLowerCase().split('/'));
  return parts.some((part) => MARKS.some((mark) => mark.test(part)));
}
