import { expect, it } from 'vitest';
import type { Problem } from '../src/bindings/index.ts';
import { sentence } from '../src/lib/desk.svelte.ts';

const problem = (code: Problem['code'], place: string, value: string): Problem => ({
  code,
  kind: 'user',
  place,
  value,
});

it('says days in a problem as people write them, and all else as it is', () => {
  expect(sentence(problem('date_outside_year', '2026-12-29', '2024-2025'))).toMatch(
    /^29 dec 2026: .* studiejaar 2024-2025\./,
  );
  expect(sentence(problem('key_expired', '', '2026-01-02'))).toContain('2 jan 2026');
  expect(sentence(problem('file_refused', 'a$&b.pdf', 'Geen $& pdf'))).toBe('a$&b.pdf: Geen $& pdf');
});
