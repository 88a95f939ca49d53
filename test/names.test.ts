import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { sourceFiles } from './imports.js';

/** Types that a file exports and defines itself. */
function typesIn(file: string): string[] {
  const { body } = parseSync(file, readFileSync(`src/${file}`, 'utf8')).program;
  return body.flatMap((statement) => {
    const made = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    const isType =
      made?.type === 'TSInterfaceDeclaration' ||
      made?.type === 'TSTypeAliasDeclaration' ||
      made?.type === 'ClassDeclaration';
    return isType && made.id ? [made.id.name] : [];
  });
}

it('a type that files share has a name of its own', () => {
  const homes = new Map<string, string[]>();
  for (const file of sourceFiles()) {
    for (const name of typesIn(file)) homes.set(name, [...(homes.get(name) ?? []), file]);
  }
  expect([...homes].filter(([, files]) => files.length > 1)).toEqual([]);
});
