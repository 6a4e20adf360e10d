/** The words of the window. Dutch is the source: another language has every key of it, or it does not compile. */
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';

export type Words = typeof nl;
export type Language = 'nl' | 'en';

const languages: Record<Language, Words> = { nl, en };
/** How each language writes times and numbers. */
const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };
let spoken: Language = 'nl';

/** Speaks another language from now on; who shows words draws itself anew (`{#key}` around the window). */
export function speak(language: Language) {
  spoken = language;
  document.documentElement.lang = language;
}

/** The language that is spoken now. */
export function language(): Language {
  return spoken;
}

/** How the language that is spoken now writes times and numbers, for `Intl`. */
export function locale(): string {
  return locales[spoken];
}

/** The words of the language that is spoken now. */
export const t: Words = new Proxy(nl, { get: (_, room: keyof Words) => languages[spoken][room] });
