/** Which sources stand against which, in as few words as possible. */
import type { DiscrepancyView } from '../../../bindings/index.ts';

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
