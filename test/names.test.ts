import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { sourceFiles } from './imports.js';

type Statement = ReturnType<typeof parseSync>['program']['body'][number];

/** What a file exports and defines itself. */
function exportedBy(file: string): Statement[] {
  const { body } = parseSync(file, readFileSync(`src/${file}`, 'utf8')).program;
  return body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.declaration ? [statement.declaration] : [],
  );
}

function typeNames(made: Statement): string[] {
  const isType =
    made.type === 'TSInterfaceDeclaration' ||
    made.type === 'TSTypeAliasDeclaration' ||
    made.type === 'ClassDeclaration';
  return isType && made.id ? [made.id.name] : [];
}

function valueNames(made: Statement): string[] {
  if (made.type === 'FunctionDeclaration') return made.id ? [made.id.name] : [];
  if (made.type !== 'VariableDeclaration') return [];
  return made.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

/** Names that more than one file gives, with the files. */
function sharedNames(namesIn: (made: Statement) => string[]): [string, string[]][] {
  const homes = new Map<string, string[]>();
  for (const file of sourceFiles()) {
    for (const name of exportedBy(file).flatMap(namesIn)) {
      homes.set(name, [...(homes.get(name) ?? []), file]);
    }
  }
  return [...homes].filter(([, files]) => files.length > 1);
}

it('a type that files share has a name of its own', () => {
  expect(sharedNames(typeNames)).toEqual([]);
});

it('a function or constant that files share has a name of its own', () => {
  expect(sharedNames(valueNames)).toEqual([]);
});
