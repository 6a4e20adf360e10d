/** The letters of VRAAK in the order in which Rust gives how far each is met. */
import type { LetterCode } from '../../bindings/index.ts';

export const letters: LetterCode[] = ['variatie', 'relevantie', 'authenticiteit', 'actualiteit', 'kwantiteit'];
