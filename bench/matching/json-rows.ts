/** Reads JSON and JSON lines, plain or gzipped, row by row against a schema. What is not right is said with its place. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The input can't be scored. The message names the file, the line (from 1) and what is expected there. */
export class InputRefused extends Error {
  override readonly name = 'InputRefused';
}

/** What this file needs of a compiled schema. */
type RowSchema<Row> = Readonly<{
  Check(value: unknown): value is Row;
  Errors(value: unknown): readonly Readonly<{ instancePath: string; message: string }>[];
}>;

/** The file, or the same name with `.gz`. @throws InputRefused when neither exists or the bytes are not what they say. */
function readText(path: string): string {
  const found = [path, `${path}.gz`].find((name) => existsSync(name));
  if (found === undefined) throw new InputRefused(`${path}: not found, and no ${path}.gz either`);
  try {
    const bytes = readFileSync(found);
    return (found.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new InputRefused(`${found}: can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** One JSON document. @throws InputRefused */
export const readJson = <Row>(path: string, schema: RowSchema<Row>): Row => toRow(readText(path), schema, path);

/** One row a line; blank lines are passed over. @throws InputRefused naming the line */
export function readJsonRows<Row>(path: string, schema: RowSchema<Row>): Row[] {
  const rows: Row[] = [];
  for (const [index, line] of readText(path).split('\n').entries()) {
    if (line.trim() !== '') rows.push(toRow(line, schema, `${path} line ${index + 1}`));
  }
  return rows;
}

function toRow<Row>(text: string, schema: RowSchema<Row>, place: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputRefused(`${place}: not JSON`);
  }
  if (schema.Check(value)) return value;
  // The deepest place is the most exact: of "discount is not null" and "its day is no day" the second helps.
  const depthOf = (at: string): number => at.split('/').length;
  const [error] = schema
    .Errors(value)
    .toSorted((one, other) => depthOf(other.instancePath) - depthOf(one.instancePath));
  const field = error === undefined || error.instancePath === '' ? 'the row' : error.instancePath.slice(1);
  throw new InputRefused(`${place}: ${field} ${error?.message ?? 'is not what it should be'}`);
}
