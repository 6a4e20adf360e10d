/** Where on the page an obstacle is dealt with. */
import type { FrameworkView, ObstacleCode, ObstacleView } from '../../../bindings/index.ts';

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

/** The id of the spot, and the criterion to open for it. */
export function spotOf(obstacle: ObstacleView, framework: FrameworkView): { id: string; criterion: string | null } {
  const place = obstacle.place.split(':')[0] ?? '';
  const criterion = framework.criteria.some((one) => one.id === place) ? place : null;
  const always = fixedSpots[obstacle.code];
  if (always) return { id: always, criterion: null };
  if (obstacle.code === 'citation_missing' || obstacle.code === 'citation_broken')
    return { id: `cite-${place}`, criterion };
  if (obstacle.code === 'discrepancy_unanswered') return { id: `answer-${place}-0`, criterion };
  return { id: `rationale-${place}`, criterion };
}
