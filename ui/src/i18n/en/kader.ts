/** The framework and the weights. */
import type { Words } from '../index.ts';

export const kader: Words['kader'] = {
  title: 'Framework',
  sources: 'Sources and weighting',
  band: 'Band',
  weight: 'Weight',
  source: 'Source',
  unused: 'left out on purpose',
  criteria: 'Criteria',
  levels: 'Scale',
  outcomes: 'Outcomes',
  reason: 'Reason for this weighting',
  noReason: 'No reason is recorded yet.',
  frozen: (day) => `Frozen for this cohort on ${day}.`,
  open: 'Not frozen yet; that happens with the first judgement that is established.',
  proposal: 'This is an example framework, not HAN policy.',
};
