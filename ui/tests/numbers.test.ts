import { expect, it } from 'vitest';
import { dossiers as english } from '../src/i18n/en/dossiers.ts';
import { dossiers } from '../src/i18n/nl/dossiers.ts';
import { judgement } from '../src/i18n/nl/judgement.ts';

it('writes thousands as the language does', () => {
  expect(dossiers.intro(10_000, 1_200, 0)).toBe(
    '10.000 eerstejaars. Bij 1.200 moet er deze week nog iets af. Er is niets te laat.',
  );
  expect(english.export(10_000)).toContain('10,000');
});

it('says nothing of what is late once that is no longer counted', () => {
  expect(dossiers.intro(24, null, null)).toBe('24 eerstejaars.');
  expect(english.intro(24, null, null)).toBe('24 first-year students.');
});

it('begins a sentence with a capital without the accent of stress', () => {
  expect(judgement.fixDeviations(1)).toBe('Eén beredeneerde afwijking, op het formulier');
  expect(judgement.fixAnswers(2)).toBe('Twee antwoorden op tegenspraak');
});
