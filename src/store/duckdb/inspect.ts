import { type DuckDBConnection, StatementType } from '@duckdb/node-api';
import type { Inspected } from '../store.js';
import { expand } from '../vocabulary.js';

/**
 * Looks at a text without running it: the engine parses it and binds its names, so that files, functions of files and
 * unknown tables are refused as they would be in a run.
 */
export async function inspectSelect(connection: DuckDBConnection, sql: string): Promise<Inspected> {
  try {
    const statements = await connection.extractStatements(expand(sql));
    if (statements.count !== 1) return { refused: 'count', detail: String(statements.count) };
    const statement = await statements.prepare(0);
    const { statementType, parameterCount, columnCount } = statement;
    if (statementType !== StatementType.SELECT) {
      const kind = StatementType[statementType] ?? String(statementType);
      return { refused: 'kind', detail: kind.replaceAll('_', ' ') };
    }
    if (parameterCount > 0) return { refused: 'parameters', detail: String(parameterCount) };
    const columns = Array.from({ length: columnCount }, (_, i) => ({
      name: statement.columnName(i),
      type: String(statement.columnType(i)),
    }));
    return { columns };
  } catch (error) {
    const [detail = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { refused: 'engine', detail };
  }
}
