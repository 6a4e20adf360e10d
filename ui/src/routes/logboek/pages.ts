/** The journal in pages: which page a row stands on, which are to be asked for, and what day a filter means. */
import type { JournalFilter, JournalRow } from '../../bindings/index.ts';

/** Rows of a page. */
export const PAGE = 100;

export type Asked = { student: string; act: string; actor: string; day: string };
export const everything: Asked = { student: '', act: '', actor: '', day: '' };

/** The filter as the journal understands it: a day is from midnight to midnight where the user is. */
export function filterOf(asked: Asked): JournalFilter {
  const midnight = (day: string, later: number) => {
    const [year, month, date] = day.split('-').map(Number);
    return new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + later).toISOString();
  };
  const { student, act, actor, day } = asked;
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(day);
  return {
    student,
    act,
    actor,
    since: whole ? midnight(day, 0) : null,
    before: whole ? midnight(day, 1) : null,
  };
}

/** Pages that rows `first` to `last` stand on and that are not there yet. */
export function missing(pages: ReadonlyMap<number, unknown>, first: number, last: number): number[] {
  const wanted: number[] = [];
  for (let page = Math.floor(first / PAGE); page <= Math.floor(Math.max(first, last) / PAGE); page++) {
    if (!pages.has(page)) wanted.push(page);
  }
  return wanted;
}

/** The row at a place, once its page is there. */
export function rowAt(pages: ReadonlyMap<number, JournalRow[]>, at: number): JournalRow | undefined {
  return pages.get(Math.floor(at / PAGE))?.[at % PAGE];
}
