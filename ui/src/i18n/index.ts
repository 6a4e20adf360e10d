/** The words of the window. Dutch is the source: another language has every key of it, or it does not compile. */
import { first } from './nl/first.ts';
import type { nl } from './nl/index.ts';

export type Words = typeof nl;
export type Language = 'nl' | 'en';

const catalogues: Record<Language, () => Promise<Words>> = {
  nl: async () => (await import('./nl/index.ts')).nl,
  en: async () => (await import('./en/index.ts')).en,
};
/** The language asked for last, whose words may still be on their way. */
let asked: Language = 'nl';
let spoken: Language = 'nl';
/** Until a language is spoken: the words of the first screen, in Dutch. The rooms wait for the others. */
let words: Partial<Words> = first;

/** Speaks a language from now on, or all words of the one that was asked for last; who shows words draws itself anew
 *  (`{#key}` around the window). Words that come after another language was asked for are left. */
export async function speak(language: Language = asked) {
  asked = language;
  const found = await catalogues[language]();
  if (asked !== language) return;
  words = found;
  spoken = language;
  document.documentElement.lang = language;
}

/** The language that is spoken now. */
export function language(): Language {
  return spoken;
}

/** The words of the language that is spoken now. */
export const t = new Proxy({} as Words, { get: (_, room: keyof Words) => words[room] });
