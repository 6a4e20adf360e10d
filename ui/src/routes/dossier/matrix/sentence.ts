/** What the matrix shows, in words: the row that has the focus, and the whole above the table. Wording only: every fact in
 *  it was worked out before. */
import type { CriterionWeighing, FrameworkView, WeighingView } from '../../../bindings/index.ts';
import { t } from '../../../i18n/index.ts';
import type { Standing } from '../../../i18n/nl/weighing.ts';
import { clashesOf } from './clashes.ts';

export type Sentence = { fact: string; question: string };

/** How a student is called in a sentence: the first name, when the name begins with it. */
export function called(name: string): string {
  const first = name.split(' ')[0] ?? name;
  return first.endsWith(',') ? name : first;
}

/** One row in words, with the question that the self-image raises. */
export function sentence(row: CriterionWeighing, framework: FrameworkView, name: string): Sentence {
  const words = t.dossier.weighing;
  const label = (id: string) => framework.sources.find((source) => source.id === id)?.label ?? id;
  const labels = (rows: { source: string }[]) => rows.map((one) => label(one.source));
  const tipping = row.stance === 'depends' ? row.cells.filter((cell) => cell.flip?.withinBand) : [];
  const parts = [
    tipping.length > 0
      ? words.sentence.tips(
          labels(tipping.filter((cell) => cell.flip?.heavier)),
          labels(tipping.filter((cell) => !cell.flip?.heavier)),
          row.aboveNorm === true,
        )
      : words.sentence[row.stance],
  ];
  if (row.stance === 'incomplete') parts.push(`${words.counted(row.datapoints, row.minDatapoints)}.`);
  parts.push(
    ...clashesOf(row.discrepancies).map((one) =>
      words.sentence.clash(one.minorities.map(label), one.others.map(label)),
    ),
  );
  const decisive = row.cells.filter((cell) => cell.decisive);
  if (decisive.length > 0) parts.push(words.sentence.decides(labels(decisive)));
  const missing = row.cells.filter((cell) => cell.kind === 'missing');
  if (missing.length > 0) parts.push(words.sentence.missing(labels(missing)));
  const self = row.selfImage as keyof typeof words.self | null;
  return { fact: parts.join(' '), question: self && self !== 'close' ? words.self[self](called(name)) : '' };
}

/** Criteria by how they stand. */
export function standing(weighing: WeighingView): Standing {
  const of = (stance: CriterionWeighing['stance']) =>
    weighing.criteria.filter((row) => row.stance === stance).map((row) => row.id);
  return {
    of: weighing.criteria.length,
    above: of('above'),
    depends: of('depends'),
    below: of('below'),
    incomplete: of('incomplete'),
  };
}

/** The level of a mark in words; a mean that lies between two levels names both. */
export function levelOf(position: number | null, levels: string[]): string {
  const at = position ?? 0;
  const low = levels[Math.floor(at)] ?? '';
  const high = levels[Math.ceil(at)] ?? '';
  return low === high ? low : t.dossier.weighing.between(low, high);
}
