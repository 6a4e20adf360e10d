/** Tests of rooms begin as rooms do: with all words of a language. */
import { speak } from '../src/i18n/index.ts';

await speak('nl');
