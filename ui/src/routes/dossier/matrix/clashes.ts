/** Which sources stand against which, in as few words as possible, and the comb that draws it under a row. */
import type { CriterionWeighing, DiscrepancyView, FrameworkView } from '../../../bindings/index.ts';

export type Clash = { minorities: string[]; others: string[] };

/** Minorities that stand against the same sources, together. */
export function clashesOf(discrepancies: DiscrepancyView[]): Clash[] {
  const found: Clash[] = [];
  for (const minority of new Set(discrepancies.map((one) => one.minority))) {
    const others = discrepancies.filter((one) => one.minority === minority).map((one) => one.other);
    const same = found.find((one) => one.others.join() === others.join());
    if (same) same.minorities.push(minority);
    else found.push({ minorities: [minority], others });
  }
  return found;
}

/** What a cell carries of the comb: a piece of its line, and a tooth for a source that takes part. */
export type Tooth = { line: string; tooth: 'minority' | 'other' | null };

/** The comb under a row, cell by cell; empty where there is none. */
export function comb(row: CriterionWeighing, framework: FrameworkView): (Tooth | undefined)[] {
  if (row.discrepancies.length === 0) return [];
  const minorities = new Set(row.discrepancies.map((one) => one.minority));
  const others = new Set(row.discrepancies.map((one) => one.other));
  const places = framework.sources.flatMap((source, at) =>
    minorities.has(source.id) || others.has(source.id) ? [at] : [],
  );
  const first = Math.min(...places);
  const last = Math.max(...places);
  return framework.sources.map((source, at) => {
    if (at < first || at > last) return undefined;
    const tooth = minorities.has(source.id) ? 'minority' : others.has(source.id) ? 'other' : null;
    return { line: `k ${at === first ? 'ka' : ''} ${at === last ? 'kb' : ''}`, tooth };
  });
}
