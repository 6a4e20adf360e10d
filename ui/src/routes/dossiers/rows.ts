/** Choosing and ordering the rows of the table; what they say comes from Rust. */
import type { DeskRow } from '../../bindings/index.ts';

export type Filter = 'all' | 'missing' | 'discrepancy' | 'toSign' | 'overdue';
export type Line = { kind: 'group'; school: string; count: number } | { kind: 'row'; row: DeskRow };

/** The rows that a filter and a search leave. */
export function chosen(rows: DeskRow[], filter: Filter, search: string): DeskRow[] {
  const wanted = search.trim().toLocaleLowerCase('nl');
  const named = (row: DeskRow) => row.name.toLocaleLowerCase('nl').includes(wanted) || row.number.includes(wanted);
  return rows.filter((row) => fits[filter](row) && (wanted === '' || named(row)));
}

const fits: Record<Filter, (row: DeskRow) => boolean> = {
  all: () => true,
  missing: (row) => row.state === 'evidenceMissing',
  discrepancy: (row) => row.openDiscrepancies > 0,
  toSign: (row) => row.state === 'toSign',
  overdue: (row) => row.overdue,
};

/** Rows under a heading for each school, in the order they come. */
export function grouped(rows: DeskRow[]): Line[] {
  const lines: Line[] = [];
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.school, (counts.get(row.school) ?? 0) + 1);
  let last: string | null = null;
  for (const row of rows) {
    if (row.school !== last) {
      lines.push({ kind: 'group', school: row.school, count: counts.get(row.school) ?? 0 });
      last = row.school;
    }
    lines.push({ kind: 'row', row });
  }
  return lines;
}
