/** The words of a draft as they are typed; kept by Rust, put together here. */
import type {
  AnswerView,
  CitationView,
  CriterionWords,
  DeviationView,
  DiscrepancyView,
  DraftView,
  ObstacleCode,
  ObstacleView,
} from '../../../bindings/index.ts';
import { clashesOf } from '../matrix/clashes.ts';

/** The words on one criterion; empty ones when there are none yet. */
export function wordsOf(draft: DraftView, criterion: string): CriterionWords {
  return draft.criteria.find((one) => one.criterion === criterion) ?? { criterion, rationale: '', citations: [] };
}

/** The draft with other words on a criterion. */
export function withWords(draft: DraftView, words: CriterionWords): DraftView {
  const at = draft.criteria.findIndex((one) => one.criterion === words.criterion);
  if (at < 0) return { ...draft, criteria: [...draft.criteria, words] };
  return { ...draft, criteria: draft.criteria.map((one, place) => (place === at ? words : one)) };
}

/** The draft without words on a criterion. */
export function withoutWords(draft: DraftView, criterion: string): DraftView {
  return { ...draft, criteria: draft.criteria.filter((one) => one.criterion !== criterion) };
}

/** Whether two citations are of the same passage. */
export function sameCitation(a: CitationView, b: CitationView): boolean {
  return a.datapoint === b.datapoint && a.excerpt.start === b.excerpt.start && a.excerpt.end === b.excerpt.end;
}

/** The draft with a citation more; the same one is not added twice. */
export function withCitation(draft: DraftView, criterion: string, citation: CitationView): DraftView {
  const words = wordsOf(draft, criterion);
  if (words.citations.some((one) => sameCitation(one, citation))) return draft;
  return withWords(draft, { ...words, citations: [...words.citations, citation] });
}

/** The draft without the citation at a place. */
export function withoutCitation(draft: DraftView, criterion: string, at: number): DraftView {
  const words = wordsOf(draft, criterion);
  return withWords(draft, { ...words, citations: words.citations.filter((_, place) => place !== at) });
}

/** The answer to a discrepancy, in either order of its sources. */
export function answerOf(draft: DraftView, criterion: string, a: string, b: string): string {
  return draft.answers.find((one) => matches(one, criterion, a, b))?.answer ?? '';
}

/** The draft with an answer. */
export function withAnswer(draft: DraftView, criterion: string, a: string, b: string, answer: string): DraftView {
  const others = draft.answers.filter((one) => !matches(one, criterion, a, b));
  return { ...draft, answers: [...others, { criterion, a, b, answer }] };
}

function matches(one: AnswerView, criterion: string, a: string, b: string): boolean {
  return one.criterion === criterion && ((one.a === a && one.b === b) || (one.a === b && one.b === a));
}

/** Discrepancies that are answered in one field, minority first: those of one minority against the same others, as long
 *  as their answers are the same. */
export type Answering = { minorities: string[]; others: string[]; pairs: [string, string][]; answer: string };

export function answering(draft: DraftView, criterion: string, discrepancies: DiscrepancyView[]): Answering[] {
  return clashesOf(discrepancies).flatMap((clash) => {
    const pairs = clash.minorities.flatMap((a) => clash.others.map((b): [string, string] => [a, b]));
    const answers = pairs.map(([a, b]) => answerOf(draft, criterion, a, b));
    if (answers.every((one) => one === answers[0])) return [{ ...clash, pairs, answer: answers[0] ?? '' }];
    return pairs.map(([a, b], at) => ({
      minorities: [a],
      others: [b],
      pairs: [[a, b] as [string, string]],
      answer: answers[at] ?? '',
    }));
  });
}

/** The draft with one answer to all of these. */
export function withAnswers(draft: DraftView, criterion: string, pairs: [string, string][], answer: string): DraftView {
  return pairs.reduce((next, [a, b]) => withAnswer(next, criterion, a, b, answer), draft);
}

/** The code by which an obstacle is passed. */
export function deviationCode(obstacle: ObstacleView): string {
  return obstacle.place ? `${obstacle.code}:${obstacle.place}` : obstacle.code;
}

/** Code and place of what a deviation passes. */
export function deviated(deviation: DeviationView): { code: ObstacleCode; place: string } {
  const at = deviation.code.indexOf(':');
  const code = at < 0 ? deviation.code : deviation.code.slice(0, at);
  return { code: code as ObstacleCode, place: at < 0 ? '' : deviation.code.slice(at + 1) };
}

/** What is still to do at one place, under its short name (a criterion, a letter of VRAAK, or nothing). */
export type Spot = { name: string; obstacles: ObstacleView[] };
/** What is still to do of one kind. */
export type Task = { code: ObstacleCode; canBePassed: boolean; spots: Spot[] };

/** What an assessor who judges first may know of: where sources clash is part of the picture that is still hidden. */
export function known(obstacles: ObstacleView[], hidden: boolean): ObstacleView[] {
  return hidden ? obstacles.filter((one) => one.code !== 'discrepancy_unanswered') : obstacles;
}

/** What is still to do, one line for each kind, in the order of the form. */
export function tasks(obstacles: ObstacleView[]): Task[] {
  const found = new Map<ObstacleCode, Task>();
  for (const obstacle of obstacles) {
    const task = found.get(obstacle.code) ?? { code: obstacle.code, canBePassed: obstacle.canBePassed, spots: [] };
    const name = obstacle.place.split(':')[0] ?? '';
    const spot = task.spots.find((one) => one.name === name);
    if (spot) spot.obstacles.push(obstacle);
    else task.spots.push({ name, obstacles: [obstacle] });
    found.set(obstacle.code, task);
  }
  return [...found.values()];
}

/** The draft with one reason to pass a kind of obstacle at one place, or (`null`) at all of them. */
export function passing(draft: DraftView, task: Task, name: string | null, reason: string): DraftView {
  const spot = task.spots.find((one) => one.name === name);
  const codes = spot ? spot.obstacles.map(deviationCode) : [task.code];
  return codes.reduce((next, code) => withDeviation(next, { code, reason }), draft);
}

/** The draft with a reason to deviate. */
export function withDeviation(draft: DraftView, deviation: DeviationView): DraftView {
  const others = draft.deviations.filter((one) => one.code !== deviation.code);
  return { ...draft, deviations: [...others, deviation] };
}

/** The draft without a deviation. */
export function withoutDeviation(draft: DraftView, code: string): DraftView {
  return { ...draft, deviations: draft.deviations.filter((one) => one.code !== code) };
}
