/** How the rows of a table are drawn: chips, letters, bars. Much is the same from one row to the next, and made once. */
import type { FrameworkView, MetCode, StanceCode } from '../../bindings/index.ts';
import { type Path, standing } from '../../components/signs.ts';
import { t } from '../../i18n/index.ts';
import { sign } from '../../lib/sources.ts';
import { letters, runs } from './letters.ts';

/** Pixels from one chip to the next. */
const CHIP = 33;
/** Pixels from one bar to the next, and more of them between domains. */
const BAR = 8;
const GAP = 10;

/** Makes something of lists, once for those that are as others. */
function once<T extends unknown[][], M>(make: (...of: T) => M): (...of: T) => M {
  const made = new Map<string, M>();
  return (...of) => {
    const key = of.join(';');
    const known = made.get(key) ?? make(...of);
    made.set(key, known);
    return known;
  };
}

export type Drawing = ReturnType<typeof drawing>;

/** In the language of the moment: who draws begins anew when that changes. */
export function drawing(framework: FrameworkView) {
  const words = t.dossiers;
  const domains = [...new Set(framework.criteria.map((one) => one.domain))];
  /** Where the bar of each criterion begins. */
  const starts = framework.criteria.map((one, at) => at * BAR + domains.indexOf(one.domain) * GAP);
  return {
    /** Domains of the criteria, and where their bars begin, in pixels. */
    domains: domains.map((domain) => ({
      domain,
      start: starts[framework.criteria.findIndex((one) => one.domain === domain)],
    })),
    /** Pixels that the chips take. */
    chipsWidth: framework.sources.length * CHIP,
    chips: once((counts: number[], waiting: number[]) => chips(framework, counts, waiting)),
    letters: once((vraak: MetCode[]) => ({
      says: letters.map((one, at) => `${words.letters[one]} ${words.mets[vraak[at] ?? 'met']}`).join(', '),
      runs: runs(vraak),
    })),
    /** Pixels that the bars take, and the line they stand on. */
    barsWidth: (starts.at(-1) ?? 0) + BAR,
    line: starts.map((start) => `M${start} 10.5h7`).join(''),
    bars: once((stances: StanceCode[]) => bars(starts, stances)),
  };
}

/** A chip for each source; and its sign where it said something, which stands in the middle of it with the count. What only
 *  waits to be established does not count: its chip and sign are hollow. */
function chips(framework: FrameworkView, counts: number[], waiting: number[]) {
  const words = t.dossiers;
  const signs: (Path & { letter: string })[] = [];
  const says: string[] = [];
  const chips = framework.sources.map((source, at) => {
    const counted = counts[at] ?? 0;
    const count = counted || waiting[at] || 0;
    const letter = sign(source.id, at);
    if (count === 0) {
      says.push(source.unused ? words.unused(source.label) : words.count(source.label, 0));
      return source.unused ? { kind: 'none', text: '' } : { kind: `miss ${letter}`, text: words.missing };
    }
    says.push((counted > 0 ? words.count : words.waiting)(source.label, count));
    const text = `${count}`;
    const x = at * CHIP + Math.max(1, 8.5 - 3.5 * text.length);
    signs.push(...standing(`${letter}${counted > 0 ? 1 : 0}`, x, 5, 10).map((path) => ({ ...path, letter })));
    return { kind: `${counted > 0 ? 'on' : 'wait'} ${letter}`, text };
  });
  return { chips, signs, says: says.join(', ') };
}

/** How many criteria stand where, in words. */
export function counted(stances: StanceCode[]): string {
  const count = (stance: StanceCode) => stances.filter((one) => one === stance).length;
  return t.dossiers.bars(count('above'), count('depends'), count('below'), count('incomplete'));
}

/** The bars that are there: those of a kind are one path. */
function bars(starts: number[], stances: StanceCode[]) {
  const drawn = (stance: StanceCode, inset: number, shape: string) =>
    starts.map((start, at) => (stances[at] === stance ? `M${start + inset} ${shape}` : '')).join('');
  return {
    says: counted(stances),
    shapes: [
      { kind: 'upper', d: drawn('above', 0, '2h7v8.5h-7z') },
      { kind: 'upper half', d: drawn('depends', 0, '4.5h7v6h-7z') },
      { kind: 'lower', d: drawn('depends', 0.7, '10.5h5.6v6h-5.6z') + drawn('below', 0.7, '11.2h5.6v7h-5.6z') },
      { kind: 'open', d: drawn('incomplete', 0.7, '6h5.6v9h-5.6z') },
    ].filter((one) => one.d !== ''),
  };
}
