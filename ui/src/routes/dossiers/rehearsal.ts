/**
 * The table drawn out of sight, with rows about nobody, while the passphrase is being tried.
 *
 * An engine makes ready what a page is built with, functions and styles, the first time it meets them: a good part of what
 * the first table takes. Trying a passphrase takes long on purpose, and the page has nothing to do meanwhile.
 */

import { flushSync, mount, unmount } from 'svelte';
import type { Desk, DeskRow, FrameworkView } from '../../bindings/index.ts';
import Foot from './Foot.svelte';
import Grid from './Grid.svelte';
import Head from './Head.svelte';
import { lines, sorted } from './rows.ts';
import { tally } from './tally.ts';

/** Rows enough for a page of them. */
const ROWS = 20;
const sources = ['werkplek', 'programma', 'drama', 'opleiding', 'zelfinzicht'];
const criteria = ['kan', 'kan', 'kan', 'kan', 'wil', 'wil', 'wil', 'onderbouwing', 'onderbouwing'];

/** A row about nobody. */
const row = (at: number): DeskRow => ({
  number: `-${at}`,
  name: '',
  subject: '',
  school: '',
  sources: sources.map((_, source) => (at + source) % 3),
  waiting: [],
  statement: at % 2 === 0 ? { kan: 'ja', wil: 'ja' } : null,
  stances: criteria.map((_, criterion) => ((at + criterion) % 3 === 0 ? 'depends' : 'above')),
  vraak: sources.map((_, letter) => ((at + letter) % 7 === 0 ? 'attention' : 'met')),
  openDiscrepancies: 0,
  state: 'weighing',
  next: { step: 'establish' },
  deadline: '2000-01-03',
  overdue: false,
  outcome: null,
});

let rehearsed = false;

/** Draws it and takes it away again; once, for the second time nothing is new. */
export function rehearse() {
  if (rehearsed) return;
  rehearsed = true;
  const rows = Array.from({ length: ROWS }, (_, at) => row(at));
  const day = '2000-01-03';
  const due = { evidence: day, statement: day, judgement: day, signature: day };
  const table: Desk = { rows, today: day, weeks: [day, '2000-01-10'], due, seq: 0 };
  const framework = {
    sources: sources.map((id) => ({ id, label: '', unused: false })),
    criteria: criteria.map((domain, at) => ({ id: `K${at}`, domain })),
  } as FrameworkView;
  const nothing = () => undefined;
  const ordered = lines(sorted(rows, 'name', false, true), true);
  const acts = { onat: nothing, onrange: nothing, onopen: nothing };
  const target = document.createElement('div');
  target.className = 'rehearsal';
  target.inert = true;
  document.body.append(target);
  const parts: Record<string, unknown>[] = [];
  try {
    parts.push(mount(Head, { target, props: { table, tally: tally(table), freezeDue: false } }));
    parts.push(mount(Grid, { target, props: { lines: ordered, rows, framework, at: 0, ...acts } }));
    parts.push(mount(Foot, { target, props: { row: rows[0], framework } }));
    flushSync();
  } catch {
    // What fails here fails again, and is told, when there is a table.
  }
  for (const part of parts) void unmount(part);
  target.remove();
}
