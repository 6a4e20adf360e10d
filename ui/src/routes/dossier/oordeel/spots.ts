/** Where on the page an obstacle is dealt with. */
import type { DiscrepancyView, DraftView, FrameworkView, ObstacleCode, ObstacleView } from '../../../bindings/index.ts';
import { answering } from './draft.ts';

const fixedSpots: Partial<Record<ObstacleCode, string>> = {
  statement_missing: 'spot-statement',
  outcome_missing: 'spot-outcome',
  outcome_unknown: 'spot-outcome',
  rationale_missing: 'spot-whole',
  saturation_missing: 'spot-saturation',
  not_saturated: 'spot-saturation',
  vraak_not_met: 'spot-vraak',
  picture_differs: 'spot-outcome',
};

/** The id of the spot, and the criterion to open for it. Of several fields for discrepancies it is the one that answers
 *  this: `discrepancies` are those of a criterion. */
export function spotOf(
  obstacle: ObstacleView,
  framework: FrameworkView,
  draft: DraftView,
  discrepancies: (criterion: string) => DiscrepancyView[],
): { id: string; criterion: string | null } {
  const [place = '', a, b] = obstacle.place.split(':');
  const criterion = framework.criteria.some((one) => one.id === place) ? place : null;
  if (obstacle.code === 'saturation_missing' && draft.saturation) return { id: 'saturation-why', criterion: null };
  const always = fixedSpots[obstacle.code];
  if (always) return { id: always, criterion: null };
  if (obstacle.code === 'citation_missing' || obstacle.code === 'citation_broken')
    return { id: `cite-${place}`, criterion };
  if (obstacle.code === 'discrepancy_unanswered') {
    const of = (pair: [string, string]) => pair.every((one) => one === a || one === b);
    const at = answering(draft, place, discrepancies(place)).findIndex((one) => one.pairs.some(of));
    return { id: `answer-${place}-${Math.max(0, at)}`, criterion };
  }
  return { id: `rationale-${place}`, criterion };
}
