/** Choosing, ordering and picking the rows of the table; what they say comes from Rust. */
import type { DeadlinesView, Desk, DeskRow, DossierState, FrameworkView, NextStep } from '../../bindings/index.ts';
import { plainly } from '../../lib/plain.ts';

export type Sort = 'name' | 'number' | 'subject' | 'state' | 'next' | 'deadline';
export type Line = { kind: 'group'; school: string; count: number } | { kind: 'row'; row: DeskRow; at: number };

/** What is asked of the table; everything together must hold. */
export type Asked = {
  /** Name or number contains this. */
  text: string;
  state: DossierState | null;
  discrepancy: boolean;
  overdue: boolean;
  /** Key of a source that is expected and has nothing. */
  missing: string | null;
  /** ISO date of the Monday of a week in which something of it is due that is not done. */
  week: string | null;
};

export const everything: Asked = {
  text: '',
  state: null,
  discrepancy: false,
  overdue: false,
  missing: null,
  week: null,
};

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What is due in a week, in the order of work; the last of it is done when all of it is. */
export type Due = { monday: string; work: (keyof DeadlinesView)[]; last: string };

/** The weeks of period 4, with what is due in each. */
export function weeksOf({ weeks, due }: Pick<Desk, 'weeks' | 'due'>): Due[] {
  const order: (keyof DeadlinesView)[] = ['evidence', 'statement', 'judgement', 'signature'];
  return weeks.map((monday, at) => {
    const end = weeks[at + 1];
    const work = order.filter((one) => due[one] >= monday && (!end || due[one] < end));
    const last = work.at(-1);
    return { monday, work, last: last ? due[last] : '' };
  });
}

/** Whether anything of a row that is due on a day, or before it, is still to be done: its next step is. */
export function open(row: DeskRow, day: string): boolean {
  return row.state !== 'signed' && row.deadline <= day;
}

/** Whether a source is expected and nothing is there; what only waits to be established is there. */
function lacks(row: DeskRow, framework: FrameworkView, source: string): boolean {
  const at = framework.sources.findIndex((one) => one.id === source);
  return row.sources[at] === 0 && !row.waiting[at] && !framework.sources[at]?.unused;
}

/** The rows that what is asked leaves, in their order. */
export function chosen(rows: DeskRow[], asked: Asked, framework: FrameworkView, weeks: Due[]): DeskRow[] {
  const wanted = plainly(asked.text.trim());
  const last = weeks.find((week) => week.monday === asked.week)?.last ?? '';
  return rows.filter(
    (row) =>
      (asked.state === null || row.state === asked.state) &&
      (!asked.discrepancy || row.openDiscrepancies > 0) &&
      (!asked.overdue || row.overdue) &&
      (asked.missing === null || lacks(row, framework, asked.missing)) &&
      (asked.week === null || open(row, last)) &&
      (wanted === '' || row.number.includes(wanted) || plainly(row.name).includes(wanted)),
  );
}

/** Steps in the order of work. */
const steps: NextStep['step'][] = [
  'requestEvidence',
  'establishEvidence',
  'requestStatement',
  'markPassages',
  'answerDiscrepancy',
  'substantiate',
  'propose',
  'establish',
  'sign',
  'done',
];
const states: DossierState[] = ['evidenceMissing', 'weighing', 'substantiated', 'toSign', 'signed'];
const keys: Record<Sort, (row: DeskRow) => string> = {
  name: (row) => row.name,
  number: (row) => row.number,
  subject: (row) => row.subject,
  state: (row) => String(states.indexOf(row.state)),
  next: (row) => String(steps.indexOf(row.next.step)),
  deadline: (row) => row.deadline,
};

/** In order of a column, by name where that is equal; by school first when the table is grouped. */
export function sorted(rows: DeskRow[], by: Sort, down: boolean, bySchool: boolean): DeskRow[] {
  const key = keys[by];
  const turn = down ? -1 : 1;
  /** There are few schools. */
  const schools = new Map<string, string>();
  const school = (name: string) => {
    const known = schools.get(name) ?? plainly(name);
    schools.set(name, known);
    return known;
  };
  const keyed = rows.map((row) => {
    const name = plainly(row.name);
    return { row, school: bySchool ? school(row.school) : '', key: by === 'name' ? name : plainly(key(row)), name };
  });
  keyed.sort((a, b) => compare(a.school, b.school) || turn * compare(a.key, b.key) || compare(a.name, b.name));
  return keyed.map((one) => one.row);
}

/** The place of a student among the rows that are left; of one who is not there any more, where that was. */
export function placeOf(number: string, rows: DeskRow[], ordered: DeskRow[]): number {
  let at = 0;
  for (const row of ordered) {
    if (row.number === number) return Math.max(0, Math.min(at, rows.length - 1));
    if (row === rows[at]) at += 1;
  }
  return 0;
}

/** Rows as lines: under a heading for each school when grouped. `at` is the place among the rows. */
export function lines(rows: DeskRow[], bySchool: boolean): Line[] {
  if (!bySchool) return rows.map((row, at) => ({ kind: 'row', row, at }));
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.school, (counts.get(row.school) ?? 0) + 1);
  const found: Line[] = [];
  let last: string | null = null;
  rows.forEach((row, at) => {
    if (row.school !== last) found.push({ kind: 'group', school: row.school, count: counts.get(row.school) ?? 0 });
    last = row.school;
    found.push({ kind: 'row', row, at });
  });
  return found;
}

/** What is done with several is done with those that were picked, else with those that are shown. */
export function concerned(all: DeskRow[], shown: DeskRow[], picked: ReadonlySet<string>): DeskRow[] {
  return picked.size === 0 ? shown : all.filter((row) => picked.has(row.number));
}

/** Every row from one place to another, added to what was picked. */
export function pickedUpTo(picked: ReadonlySet<string>, rows: DeskRow[], from: string, to: number): Set<string> {
  const began = rows.findIndex((row) => row.number === from);
  const start = began < 0 ? to : began;
  const range = rows.slice(Math.min(start, to), Math.max(start, to) + 1);
  return new Set([...picked, ...range.map((row) => row.number)]);
}

/** A row picked, or no longer. */
export function toggled(picked: ReadonlySet<string>, number: string): Set<string> {
  const next = new Set(picked);
  if (!next.delete(number)) next.add(number);
  return next;
}
