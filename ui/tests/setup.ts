/** Tests of rooms begin as rooms do: with all words of a language. */
import { speak } from '../src/i18n/index.ts';

/** A page that is not laid out has none. */
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
/** And matches nothing that is asked of its size. */
globalThis.matchMedia = (media) => Object.assign(new EventTarget(), { media, matches: false }) as MediaQueryList;

await speak('nl');
