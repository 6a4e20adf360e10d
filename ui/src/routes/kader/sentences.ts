/** Differences, faults and effects as sentences. Every kind of change has one, or it does not compile. */
import type {
  EffectRow,
  FaultView,
  FrameworkChangeView,
  FrameworkDoc,
  WeightChangeView,
  WeightDoc,
  WeightFaultView,
  WeightsDoc,
} from '../../bindings/index.ts';
import { t } from '../../i18n/index.ts';
import { normPlace, percent } from './doc.ts';

/** How much a moment counts, in words. */
export function factor(text: string): string {
  return t.kader.factors[text] ?? t.kader.otherFactor(text);
}

/** One difference between the framework `before` and the one `after`. */
export function change(one: FrameworkChangeView, before: FrameworkDoc, after: FrameworkDoc): string {
  const words = t.kader.changes;
  switch (one.change) {
    case 'name':
      return words.name(one.from, one.to);
    case 'version':
      return words.version(one.from, one.to);
    case 'levelRenamed':
      return words.levelRenamed(one.from, one.to);
    case 'levelAdded':
      return words.levelAdded(one.name);
    case 'levelRemoved':
      return words.levelRemoved(one.name);
    case 'normLine':
      return words.normLine(normPlace(one.from, before.levels), normPlace(one.to, after.levels));
    case 'coverageThreshold':
      return words.coverage(percent(one.from), percent(one.to));
    case 'sourceAdded':
      return words.sourceAdded(one.label, one.min, one.max);
    case 'sourceRemoved':
      return words.sourceRemoved(one.label);
    case 'sourceLabel':
      return words.sourceLabel(one.from, one.to);
    case 'band':
      return words.band(one.source, one.from, one.to);
    case 'optional':
      return words.optional(one.source, one.optional);
    case 'sourcesReordered':
      return words.sourcesReordered;
    case 'momentFactor':
      return words.momentFactor(t.kader.momentNames[one.moment] ?? one.moment, factor(one.from), factor(one.to));
    case 'minimumSources':
      return words.minimumOf(t.kader.minimumSources, one.from, one.to);
    case 'minimumAuthors':
      return words.minimumOf(t.kader.minimumAuthors, one.from, one.to);
    case 'minimumQuadrants':
      return words.minimumOf(t.kader.minimumQuadrants, one.from, one.to);
    case 'outcomeRenamed':
      return words.outcomeRenamed(one.from, one.to);
    case 'outcomeAdded':
      return words.outcomeAdded(one.name);
    case 'outcomeRemoved':
      return words.outcomeRemoved(one.name);
    default:
      return ofCriterion(one);
  }
}

type OfCriterion = Extract<FrameworkChangeView, { change: `criteri${string}` }>;

function ofCriterion(one: OfCriterion): string {
  const words = t.kader.changes;
  const domain = (code: string) => t.kader.domains[code] ?? code;
  switch (one.change) {
    case 'criterionAdded':
      return words.criterionAdded(one.criterion, one.label);
    case 'criterionRemoved':
      return words.criterionRemoved(one.criterion, one.label);
    case 'criterionDomain':
      return words.criterionDomain(one.criterion, domain(one.from), domain(one.to));
    case 'criterionLabel':
      return words.criterionLabel(one.criterion, one.from, one.to);
    case 'criterionShort':
      return words.criterionShort(one.criterion, one.from, one.to);
    case 'criterionNorm':
      return words.criterionNorm(one.criterion, one.from, one.to);
    case 'criterionSourceAdded':
      return words.criterionSourceAdded(one.criterion, one.source);
    case 'criterionSourceRemoved':
      return words.criterionSourceRemoved(one.criterion, one.source);
    case 'criterionMinimum':
      return words.criterionMinimum(one.criterion, one.from, one.to);
    case 'criteriaReordered':
      return words.criteriaReordered;
  }
}

/** One difference in the weighting. */
export function weightChange(one: WeightChangeView, doc: FrameworkDoc): string {
  const label = labelOf(doc, one.source);
  return one.change === 'weight'
    ? t.kader.changes.weight(label, one.from, one.to)
    : t.kader.changes.unused(label, one.unused);
}

/** The weights as one line. */
export function weighed({ weights }: WeightsDoc, doc: FrameworkDoc): string {
  const one = ({ source, weight, unused }: WeightDoc) =>
    `${labelOf(doc, source)} ${unused ? t.kader.unused : t.kader.percent(weight)}`;
  return weights.map(one).join(', ');
}

/** What is wrong with the weighting. */
export function weightFault(one: WeightFaultView, doc: FrameworkDoc): string {
  switch (one.fault) {
    case 'sum':
      return t.kader.sum(one.sum);
    case 'outsideBand':
      return one.weight > one.max
        ? t.kader.over(labelOf(doc, one.source), one.weight - one.max)
        : t.kader.under(labelOf(doc, one.source), one.min - one.weight);
    case 'cannotBeUnused':
      return t.kader.cannotLeave(labelOf(doc, one.source));
    case 'reasonMissing':
      return t.kader.reasonMissing;
  }
}

/** Where the field stands that a fault of the weighting is about: the id of its element. */
export function weightSpot(one: WeightFaultView, doc: FrameworkDoc): string {
  if (one.fault === 'reasonMissing') return 'spot-reason';
  const at = one.fault === 'sum' ? 0 : doc.sources.findIndex((source) => source.id === one.source);
  return `spot-weight:${at}`;
}

/** A fault with what it is about in front. */
export function fault(one: FaultView, doc: FrameworkDoc): string {
  const [kind, at] = one.place.split(':');
  const about =
    kind === 'criterion'
      ? (doc.criteria[Number(at)]?.id ?? t.kader.criteria)
      : kind === 'source'
        ? doc.sources[Number(at)]?.label || (doc.sources[Number(at)]?.id ?? t.kader.sources)
        : (t.kader.places[kind ?? ''] ?? '');
  return t.kader.about(about, t.kader.fault[one.code](one.values));
}

/** What changes in one dossier, in as few words as possible. */
export function effectRow(row: EffectRow): string {
  return [
    ...row.stances.map((one) => t.kader.rowStance(one.criterion, one.to)),
    ...[...new Set(row.appeared)].map(t.kader.rowAppeared),
    ...[...new Set(row.vanished)].map(t.kader.rowVanished),
    ...row.vraak.map((one) => t.kader.vraakRow(one.letter, one.to)),
  ].join('; ');
}

function labelOf(doc: FrameworkDoc, id: string): string {
  return doc.sources.find((source) => source.id === id)?.label ?? id;
}
