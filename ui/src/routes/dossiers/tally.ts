/** What the rows of the table come to, counted in one go: ten thousand of them are gone through once. */
import type { Desk, DossierState } from '../../bindings/index.ts';
import { daysBetween } from '../../lib/dates.ts';
import { type Due, open, weeksOf } from './rows.ts';

/** What is due in a week of period 4: by how many dossiers, and how many of those have it done. */
type Week = Due & { due: number; done: number };
export type Tally = {
  /** Dossiers in each state. */
  states: Record<DossierState, number>;
  /** Dossiers that are late; null when none is called so while every deadline is past, as after the study year. */
  overdue: number | null;
  /** Dossiers with something still to be done in the week of today; null outside the weeks shown. */
  thisWeek: number | null;
  weeks: Week[];
  /** Per source, in the framework's order: dossiers in which nothing of it is there. */
  silent: number[];
};

export function tally({ rows, today, weeks, due }: Desk): Tally {
  const states: Tally['states'] = { evidenceMissing: 0, weighing: 0, substantiated: 0, toSign: 0, signed: 0 };
  const silent: number[] = [];
  const found = weeksOf({ weeks, due }).map((week) => ({
    ...week,
    due: week.work.length > 0 ? rows.length : 0,
    done: 0,
  }));
  const busy = found.filter((week) => week.work.length > 0);
  let overdue = 0;
  for (const row of rows) {
    states[row.state] += 1;
    if (row.overdue) overdue += 1;
    for (const week of busy) if (!open(row, week.last)) week.done += 1;
    for (let at = 0; at < row.sources.length; at++)
      silent[at] = (silent[at] ?? 0) + (row.sources[at] === 0 && !row.waiting[at] ? 1 : 0);
  }
  const now = found.findLast((week) => week.monday <= today);
  const past = now && now === found.at(-1) && daysBetween(now.monday, today) >= 7;
  const over = overdue === 0 && Object.values(due).every((day) => day < today);
  return {
    states,
    overdue: over ? null : overdue,
    thisWeek: now && !past ? now.due - now.done : null,
    weeks: found,
    silent,
  };
}
