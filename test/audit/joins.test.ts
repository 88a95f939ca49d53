import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.js';

const { DuckDBConnection, DuckDBInstance } = createRequire(import.meta.url)(
  '@duckdb/node-api',
) as typeof import('@duckdb/node-api');
type Connection = InstanceType<typeof DuckDBConnection>;

/** A node of a plan, as the engine explains it. */
interface Plan {
  name: string;
  children: Plan[];
  extra_info: { Table?: string; 'CTE Index'?: string; 'Table Index'?: string };
}

/** Tables that do not grow with people: one row, or some a file, claimant, community or month. */
const SMALL = new Set([
  'run',
  'sources',
  'claimants',
  'holdings',
  'coverage',
  'communities',
  'uncovered_months',
  'handed_before',
  'roster_since',
  'roster_claimants',
]);

/** Joins that compare every row of one side with every row of the other. */
const COMPARES_ALL = /NL_JOIN|NESTED_LOOP_JOIN|CROSS_PRODUCT/;

function tableOf({ extra_info: { Table = '' } }: Plan): string {
  return Table.replace(/^.*\./, '');
}

/** Whether a plan yields few rows. @param named the plans that it names, by number, small or not */
function isSmall(plan: Plan, named: ReadonlyMap<string, boolean>): boolean {
  if (/UNGROUPED_AGGREGATE|COLUMN_DATA_SCAN|DUMMY_SCAN|EMPTY_RESULT/.test(plan.name)) return true;
  if (plan.name === 'CTE_SCAN') return named.get(plan.extra_info['CTE Index'] ?? '') ?? false;
  return plan.children.length > 0
    ? plan.children.every((child) => isSmall(child, named))
    : SMALL.has(tableOf(plan));
}

/** The joins of a plan that compare all rows of one side with all of the other, where both may grow with people. */
function comparingAll(plan: Plan, named = new Map<string, boolean>()): string[] {
  const [definition] = plan.children;
  if (plan.name === 'CTE' && definition)
    named.set(plan.extra_info['Table Index'] ?? '', isSmall(definition, named));
  const here = COMPARES_ALL.test(plan.name) && !plan.children.some((child) => isSmall(child, named));
  return [...(here ? [plan.name] : []), ...plan.children.flatMap((child) => comparingAll(child, named))];
}

function readsPeople(plan: Plan): boolean {
  const table = tableOf(plan);
  return (table !== '' && !SMALL.has(table)) || plan.children.some(readsPeople);
}

async function joinsOf(connection: Connection, sql: string): Promise<string[]> {
  const reader = await connection.runAndReadAll(`EXPLAIN (FORMAT JSON) ${sql}`);
  return (JSON.parse(String(reader.getRows()[0]?.[1])) as Plan[])
    .filter(readsPeople)
    .flatMap((plan) => comparingAll(plan));
}

/** How many values a SELECT works out by a SELECT of their own. */
async function scalarsOf(connection: Connection, select: string): Promise<number> {
  const result = await run.call(connection, 'SELECT json_serialize_sql(CAST($1 AS VARCHAR))', [select]);
  const [[tree] = []] = await result.getRows();
  const { error, error_message } = JSON.parse(String(tree));
  if (error) throw new Error(`${error_message}: ${select}`);
  return String(tree).match(/"subquery_type":"SCALAR"/g)?.length ?? 0;
}

const MADE_OF_ROWS = /^\s*(?:CREATE OR REPLACE TABLE "\w+" AS|INSERT INTO "\w+"|(?=WITH|SELECT))\s*/;

let statements = 0;
const found: string[] = [];
const scalars: string[] = [];
const { run } = DuckDBConnection.prototype;

beforeAll(async () => {
  DuckDBConnection.prototype.run = async function (this: Connection, sql: string, ...rest) {
    if (MADE_OF_ROWS.test(sql) && !sql.includes('read_csv(')) {
      statements++;
      const start = sql.replace(/\s+/g, ' ').slice(0, 200);
      const joins = await joinsOf(this, sql);
      if (joins.length > 0) found.push(`${joins.join(' ')}: ${start}`);
      if ((await scalarsOf(this, sql.replace(MADE_OF_ROWS, ''))) > 0) scalars.push(start);
    }
    return run.call(this, sql, ...rest);
  };
  await audit({ paths: ['samples/yunxi/data'], previous: ['samples/yunxi/data'], lang: 'zh' });
});

afterAll(() => {
  DuckDBConnection.prototype.run = run;
});

it('joins tables that grow with people by equality: no statement compares all rows of one with all of another', () => {
  expect(statements).toBeGreaterThan(80);
  expect(found).toEqual([]);
});

/**
 * Spark up to 4.2 may wait for such a value without an end: whoever waits for it and whoever describes the plan of its
 * SELECT hold the locks that the other needs (SPARK-57041).
 */
it('works out no value by a SELECT of its own', () => {
  expect(scalars).toEqual([]);
});

it.each([
  ['a value', '(SELECT COUNT(*) FROM people) > 1', 1],
  ['a part of a value', 'COALESCE((SELECT MAX(day) FROM people), p.day) > p.day', 1],
  ['what others have', 'p.person IN (SELECT person FROM people)', 0],
  ['what others lack', 'NOT EXISTS (SELECT 1 FROM people o WHERE o.day > p.day)', 0],
])('sees what a condition asks of a SELECT: %s', async (_, condition, count) => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  expect(await scalarsOf(connection, `SELECT p.person FROM people p WHERE ${condition}`)).toBe(count);
});

it.each([
  ['an equality, and what else holds', 'a.person = b.person AND b.day > a.day', []],
  ['alternatives', 'a.person = b.person AND COALESCE(b.day = a.day, TRUE)', ['BLOCKWISE_NL_JOIN']],
  ['a distance', 'a.person = b.person AND a.day - b.day > 190', ['BLOCKWISE_NL_JOIN']],
])('sees how a left join is worked out: %s', async (_, condition, joins) => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('CREATE TABLE people (person BIGINT, day DATE)');
  await connection.run("INSERT INTO people VALUES (1, '2023-01-01'), (2, '2023-01-02')");
  const sql = `SELECT a.person FROM people a LEFT JOIN people b ON ${condition}`;
  expect(await joinsOf(connection, sql)).toEqual(joins);
});

it.each([
  ['one that is of people', 'people', ['NESTED_LOOP_JOIN']],
  ['one that is of communities', 'communities', []],
])('sees what a named part of a statement is made of: %s', async (_, table, joins) => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('CREATE TABLE people (person BIGINT, day DATE)');
  await connection.run('CREATE TABLE communities (community BIGINT, day DATE)');
  const sql = `WITH days AS (SELECT DISTINCT day FROM ${table}), counts AS (SELECT day, COUNT(*) AS n FROM days GROUP BY day)
    SELECT p.person FROM days d JOIN counts c ON d.day > c.day JOIN people p ON p.day = d.day`;
  expect(await joinsOf(connection, sql)).toEqual(joins);
});
