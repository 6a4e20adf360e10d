/** The framework as a document: small changes to it, and how its places read. Only drawing and proposing; whether it holds
 *  together is for Rust to say. */
import type { CriterionDoc, FrameworkDoc, SourceDoc } from '../../bindings/index.ts';
import { t } from '../../i18n/index.ts';

/** Numerator and denominator of a fraction such as `3/2`. */
export function parts(text: string): [number, number] {
  const [above, below] = text.split('/').map(Number);
  return [above || 0, below || 1];
}

/** A fraction for drawing. */
export function value(text: string): number {
  const [above, below] = parts(text);
  return above / below;
}

/** A number of quarters as a fraction in lowest terms. */
export function quarters(count: number): string {
  if (count % 4 === 0) return `${count / 4}/1`;
  return count % 2 === 0 ? `${count / 2}/2` : `${count}/4`;
}

/** Where a norm lies, in words of the scale. */
export function normPlace(norm: string, levels: string[]): string {
  const name = (at: number) => levels[at]?.trim() || t.kader.unnamed;
  const [above, below] = parts(norm);
  const whole = Math.floor(above / below);
  const rest = above - whole * below;
  if (rest === 0) return t.kader.normOn(name(whole));
  const share = quarters((rest * 4) / below);
  return t.kader.normBetween(share, name(whole), name(whole + 1));
}

/** Share of the width of the scale where a level or norm lies, each level in the middle of its column. */
export function scaleAt(level: number, levels: number): number {
  return ((level + 0.5) / levels) * 100;
}

/** The highest per cent that the bands are drawn to: the next ten above the highest band. */
export function reach(sources: SourceDoc[]): number {
  const most = Math.max(10, ...sources.map((source) => source.max));
  return Math.min(100, Math.ceil(most / 10) * 10);
}

/** Per cents of a share, as Dutch people write them. */
export function percent(share: string): string {
  return t.kader.percent(Math.round(value(share) * 100));
}

/** The list with the one at `at` moved by `by`; the same list where there is no room. */
export function moved<T>(list: T[], at: number, by: number): T[] {
  const to = at + by;
  const one = list[at];
  if (one === undefined || to < 0 || to >= list.length) return list;
  const next = list.filter((_, place) => place !== at);
  next.splice(to, 0, one);
  return next;
}

/** A criterion moved among those of its domain; the others stay where they are. */
export function movedCriterion(criteria: CriterionDoc[], at: number, by: -1 | 1): CriterionDoc[] {
  const domain = criteria[at]?.domain;
  let to = at + by;
  while (criteria[to] && criteria[to]?.domain !== domain) to += by;
  return criteria[to] ? moved(criteria, at, to - at) : criteria;
}

/** The domains, in the order of the document. */
export const domains = ['kan', 'wil', 'onderbouwing'];

/** The criteria with the one at `at` in another domain, at the end of it. */
export function inDomain(criteria: CriterionDoc[], at: number, domain: string): CriterionDoc[] {
  const one = criteria[at];
  if (!one || one.domain === domain) return criteria;
  const others = criteria.filter((_, place) => place !== at);
  const last = others.findLastIndex((other) => other.domain === domain);
  others.splice(last < 0 ? others.length : last + 1, 0, { ...one, domain });
  return others;
}

/** A code for the next criterion of a domain: its letter with the first number that is free. */
export function nextId(criteria: CriterionDoc[], domain: string): string {
  const own = criteria.filter((one) => one.domain === domain);
  const letter = own[0]?.id.match(/^\D+/)?.[0] ?? domain.charAt(0).toUpperCase();
  const taken = new Set(criteria.map((one) => one.id));
  let number = own.length + 1;
  while (taken.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

/** The document with a new criterion at the end of its domain. */
export function withCriterion(doc: FrameworkDoc, domain: string): { doc: FrameworkDoc; id: string } {
  const id = nextId(doc.criteria, domain);
  const criterion: CriterionDoc = {
    id,
    domain,
    label: '',
    short: '',
    norm: '',
    sources: doc.sources.map((source) => source.id),
    minDatapoints: 2,
  };
  const last = doc.criteria.findLastIndex((one) => one.domain === domain);
  const criteria = [...doc.criteria];
  criteria.splice(last < 0 ? criteria.length : last + 1, 0, criterion);
  return { doc: { ...doc, criteria }, id };
}

/** The document with a new source, which may be left out until it has a band. */
export function withSource(doc: FrameworkDoc): FrameworkDoc {
  const taken = new Set(doc.sources.map((source) => source.id));
  let number = doc.sources.length + 1;
  while (taken.has(`bron-${number}`)) number += 1;
  const source: SourceDoc = { id: `bron-${number}`, label: '', min: 0, max: 10, optional: true };
  return { ...doc, sources: [...doc.sources, source] };
}

/** The document without a source, also among what may weigh on its criteria. */
export function withoutSource(doc: FrameworkDoc, id: string): FrameworkDoc {
  const criteria = doc.criteria.map((one) => ({ ...one, sources: one.sources.filter((source) => source !== id) }));
  return { ...doc, criteria, sources: doc.sources.filter((source) => source.id !== id) };
}

/** The sources that may weigh on a criterion, with one switched, in the order of the document. */
export function switched(doc: FrameworkDoc, criterion: CriterionDoc, id: string): string[] {
  const has = criterion.sources.includes(id);
  return doc.sources.map((one) => one.id).filter((one) => (one === id ? !has : criterion.sources.includes(one)));
}
