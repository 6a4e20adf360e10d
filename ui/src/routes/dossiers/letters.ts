/** The letters of VRAAK in the order in which Rust gives how far each is met. */
import type { LetterCode, MetCode } from '../../bindings/index.ts';

export const letters: LetterCode[] = ['variatie', 'relevantie', 'authenticiteit', 'actualiteit', 'kwantiteit'];

/** The letters as they are set: those that are met together, each other one by itself. */
export function runs(vraak: MetCode[]): { met: MetCode; text: string }[] {
  const found: { met: MetCode; text: string }[] = [];
  for (const [at, one] of letters.entries()) {
    const met = vraak[at] ?? 'met';
    const text = one.charAt(0).toUpperCase();
    const last = found.at(-1);
    if (last && met === 'met' && last.met === 'met') last.text += text;
    else found.push({ met, text });
  }
  return found;
}
