import { expect, it } from 'vitest';
import { dossiers as english } from '../src/i18n/en/dossiers.ts';
import { dossiers } from '../src/i18n/nl/dossiers.ts';

it('writes thousands as the language does', () => {
  expect(dossiers.intro(10_000, 1_200, 0)).toBe(
    '10.000 eerstejaars. Bij 1.200 moet er deze week nog iets af. Er is niets te laat.',
  );
  expect(english.export(10_000)).toContain('10,000');
});
