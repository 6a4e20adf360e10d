/** The words of a draft as they are typed; kept by Rust, put together here. */
import type {
  AnswerView,
  CitationView,
  CriterionWords,
  DeviationView,
  DraftView,
  ObstacleView,
} from '../../../bindings/index.ts';

/** The words on one criterion; empty ones when there are none yet. */
export function wordsOf(draft: DraftView, criterion: string): CriterionWords {
  return draft.criteria.find((one) => one.criterion === criterion) ?? { criterion, rationale: '', citations: [] };
}

/** The draft with other words on a criterion. */
export function withWords(draft: DraftView, words: CriterionWords): DraftView {
  const others = draft.criteria.filter((one) => one.criterion !== words.criterion);
  return { ...draft, criteria: [...others, words] };
}

/** The draft with a citation more; the same one is not added twice. */
export function withCitation(draft: DraftView, criterion: string, citation: CitationView): DraftView {
  const words = wordsOf(draft, criterion);
  const same = (one: CitationView) =>
    one.datapoint === citation.datapoint &&
    one.excerpt.start === citation.excerpt.start &&
    one.excerpt.end === citation.excerpt.end;
  if (words.citations.some(same)) return draft;
  return withWords(draft, { ...words, citations: [...words.citations, citation] });
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

/** The code by which an obstacle is passed. */
export function deviationCode(obstacle: ObstacleView): string {
  return obstacle.place ? `${obstacle.code}:${obstacle.place}` : obstacle.code;
}

/** One line of what is still to do: an obstacle, or all obstacles of one kind. */
export type Task = { first: ObstacleView; all: ObstacleView; places: string };

/** What is still to do, one line for each kind; `all` stands for every place of its kind. */
export function tasks(obstacles: ObstacleView[]): Task[] {
  const kinds = [...new Set(obstacles.map((one) => one.code))];
  return kinds.flatMap((code) => {
    const same = obstacles.filter((one) => one.code === code);
    const first = same[0];
    if (!first) return [];
    const places = [...new Set(same.map((one) => one.place.split(':')[0] ?? ''))].join(', ');
    return [{ first, all: same.length > 1 ? { ...first, place: '' } : first, places }];
  });
}

/** The draft with a reason to deviate. */
export function withDeviation(draft: DraftView, deviation: DeviationView): DraftView {
  const others = draft.deviations.filter((one) => one.code !== deviation.code);
  return { ...draft, deviations: [...others, deviation] };
}
