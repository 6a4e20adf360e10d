/** The list of the palette: which acts fit, in which order everything stands, and where the arrows lead. */
import type { EvidenceFound, SearchReply, StudentFound } from '../../bindings/index.ts';
import type { Spot } from '../../lib/desk.svelte.ts';
import { plainly } from '../../lib/plain.ts';
import type { Act } from './acts.ts';

export type Item =
  | { kind: 'student'; id: string; student: StudentFound }
  | { kind: 'act'; id: string; act: Act }
  | { kind: 'evidence'; id: string; found: EvidenceFound };

/** Those that have every word in their label or their other words; those whose label begins with it first. */
export function fitting<One extends { label: string; also: string }>(all: One[], query: string): One[] {
  const words = plainly(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return all;
  const label = (one: One) => plainly(one.label);
  const found = all.filter((one) => words.every((word) => `${label(one)} ${plainly(one.also)}`.includes(word)));
  const first = words[0] ?? '';
  const rank = (one: One) => (label(one).startsWith(first) ? 0 : label(one).includes(first) ? 1 : 2);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** Everything in the order it stands: students, acts, evidence. */
export function listed(reply: SearchReply | null, acts: Act[]): Item[] {
  return [
    ...(reply?.students ?? []).map((student): Item => ({ kind: 'student', id: `s-${student.number}`, student })),
    ...acts.map((act): Item => ({ kind: 'act', id: `a-${act.id}`, act })),
    ...(reply?.evidence ?? []).map(
      (found): Item => ({ kind: 'evidence', id: `e-${found.number}-${found.saidIn}-${found.id}`, found }),
    ),
  ];
}

/** Where in the dossier a text stands that was found. */
export function spotOf({ saidIn, id, date, excerpt }: EvidenceFound): Spot {
  if (saidIn === 'datapoint') return { datapoint: id, excerpt };
  return saidIn === 'conversation' ? { conversation: id } : { statement: date };
}

/** Where a key leads from place `at`; null for another key. The list is a ring. */
export function moved(key: string, at: number, length: number): number | null {
  if (length === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowUp') return (at - 1 + length) % length;
  if (key === 'PageDown') return Math.min(length - 1, at + 8);
  if (key === 'PageUp') return Math.max(0, at - 8);
  return null;
}
