/** The Dutch words of the first screen, which is there before all others are read. */
import { openen } from './openen.ts';
import { problems } from './problems.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';

export const first = { openen, problems, shell, states };
