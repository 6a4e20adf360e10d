/** What the rows of the table come to, counted in one go: ten thousand of them are gone through once. */
import type { Desk, DossierState } from '../../bindings/index.ts';
import { weekOf } from './rows.ts';

/** Dossiers due in a week of period 4, and how many of those are established. */
type Week = { monday: string; due: number; done: number };
export type Tally = {
  /** Dossiers in each state. */
  states: Record<DossierState, number>;
  overdue: number;
  /** Dossiers still to be done in the week of today; null outside the weeks shown. */
  thisWeek: number | null;
  weeks: Week[];
  /** Per source, in the framework's order: dossiers in which it says nothing. */
  silent: number[];
};

export function tally({ rows, today, weeks }: Desk): Tally {
  const states: Tally['states'] = { evidenceMissing: 0, weighing: 0, substantiated: 0, toSign: 0, signed: 0 };
  const silent: number[] = [];
  // Counted per deadline first: there are few of those to look up a week for.
  const days = new Map<string, { due: number; done: number }>();
  let overdue = 0;
  for (const row of rows) {
    states[row.state] += 1;
    if (row.overdue) overdue += 1;
    const day = days.get(row.deadline) ?? { due: 0, done: 0 };
    days.set(row.deadline, day);
    day.due += 1;
    if (row.state === 'toSign' || row.state === 'signed') day.done += 1;
    for (let at = 0; at < row.sources.length; at++) silent[at] = (silent[at] ?? 0) + (row.sources[at] === 0 ? 1 : 0);
  }
  const found = weeks.map((monday) => ({ monday, due: 0, done: 0 }));
  for (const [day, { due, done }] of days) {
    const week = found.find((one) => one.monday === weekOf(weeks, day));
    if (!week) continue;
    week.due += due;
    week.done += done;
  }
  const now = found.find((one) => one.monday === weekOf(weeks, today));
  return { states, overdue, thisWeek: now ? now.due - now.done : null, weeks: found, silent };
}
