/** Which forms are shown, in which order, and which is open. */
import type { FormRow, Verdict } from '../../bindings/index.ts';

export type Filter = 'all' | 'toSign' | 'signed' | 'replaced';
export const filters: Filter[] = ['all', 'toSign', 'signed', 'replaced'];

/** How a form stands, for filter and sign. */
export function standing(row: FormRow): Exclude<Filter, 'all'> {
  if (row.replaced) return 'replaced';
  return row.form.state === 'signed' ? 'signed' : 'toSign';
}

/** The sign of a signature: it holds only when that was found; until it is known nothing is claimed. */
export function signOf(verdict: Verdict | null | undefined): 'ok' | 'no' | 'att' | 'open' {
  if (!verdict) return 'open';
  return verdict === 'valid' ? 'ok' : verdict === 'invalid' ? 'no' : 'att';
}

/** What tells one form from another. */
export function key(row: FormRow): string {
  return `${row.number}.${row.attempt}.${row.revision}`;
}

const dutch = new Intl.Collator('nl', { sensitivity: 'base', numeric: true });

/** By name, then number; of one student the latest first. */
export function sorted(rows: FormRow[]): FormRow[] {
  return rows.toSorted(
    (one, other) =>
      dutch.compare(one.name, other.name) ||
      dutch.compare(one.number, other.number) ||
      other.attempt - one.attempt ||
      other.revision - one.revision,
  );
}

/** How many forms each filter shows. */
export function counts(rows: FormRow[]): Record<Filter, number> {
  const found: Record<Filter, number> = { all: rows.length, toSign: 0, signed: 0, replaced: 0 };
  for (const row of rows) found[standing(row)] += 1;
  return found;
}

/** Those that a filter and a text (name or number) leave. */
export function shown(rows: FormRow[], filter: Filter, text: string): FormRow[] {
  const wanted = text.trim().toLocaleLowerCase('nl');
  return rows.filter(
    (row) =>
      (filter === 'all' || standing(row) === filter) &&
      (wanted === '' || row.name.toLocaleLowerCase('nl').includes(wanted) || row.number.includes(wanted)),
  );
}

/** Where a key takes the reader of a list; nothing when it is no key of a list. */
export function moved(pressed: string, at: number, count: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    j: 1,
    ArrowUp: -1,
    k: -1,
    PageDown: page,
    PageUp: -page,
    Home: -count,
    End: count,
  };
  const step = steps[pressed];
  return step === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, at + step));
}
