/** The words of the window. Dutch is the source: another language must have every key of it, or it does not compile. */
import { nl } from './nl/index.ts';

export type Words = typeof nl;
export const t: Words = nl;
