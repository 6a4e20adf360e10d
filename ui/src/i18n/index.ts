/** The words of the window. Dutch is the source: another language has every key of it, or it does not compile. */
import { nl } from './nl/index.ts';

export type Words = typeof nl;
export type Language = 'nl';

const languages: Record<Language, Words> = { nl };
let current: Words = nl;

/** Speaks another language from now on; who shows words draws itself anew (`{#key}` around the window). */
export function speak(language: Language) {
  current = languages[language];
  document.documentElement.lang = language;
}

/** The words of the language that is spoken now. */
export const t: Words = new Proxy(nl, { get: (_, room: keyof Words) => current[room] });
