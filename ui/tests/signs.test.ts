import { describe, expect, it } from 'vitest';
import { onePath } from '../src/components/icons.ts';
import { gathered, signs } from '../src/components/signs.ts';

const picture = (inside: string) => `<svg\n  viewBox="0 0 24 24"\n>\n  ${inside}\n</svg>`;

describe('an icon as one path', () => {
  it('keeps paths, each from where it began', () => {
    expect(onePath(picture('<path d="M12 7v14" />\n  <path d="m9 18 6-6-6-6" />'))).toBe('M12 7v14M0 0m9 18 6-6-6-6');
  });

  it('draws a line, a circle and a rounded rectangle', () => {
    expect(onePath(picture('<line x1="5" x2="19" y1="9" y2="8" />'))).toBe('M5 9L19 8');
    expect(onePath(picture('<circle cx="12" cy="11" r="8" />'))).toBe(
      'M12 3h0a8 8 0 0 1 8 8v0a8 8 0 0 1 -8 8h0a8 8 0 0 1 -8 -8v0a8 8 0 0 1 8 -8z',
    );
    expect(onePath(picture('<rect width="18" height="11" x="3" y="10" rx="2" ry="2" />'))).toBe(
      'M5 10h14a2 2 0 0 1 2 2v7a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-7a2 2 0 0 1 2 -2z',
    );
  });

  it('refuses a shape it does not know', () => {
    expect(() => onePath(picture('<ellipse cx="1" cy="1" rx="1" ry="2" />'))).toThrow('ellipse');
  });
});

it('has every sign of a source and of a stance, each with something to draw', () => {
  for (const letter of 'wpdoz') for (const counts of '015') expect(signs).toHaveProperty(`${letter}${counts}`);
  for (const stance of ['above', 'below', 'depends', 'incomplete']) expect(signs).toHaveProperty(`st-${stance}`);
  for (const { paths } of Object.values(signs)) expect(paths.every(({ d }) => /^M/.test(d))).toBe(true);
});

it('gathers signs that are painted alike into one path, each where it belongs', () => {
  const [solid, hollow] = gathered(
    [
      { name: 'p1', x: 0, y: 0 },
      { name: 'p0', x: 11, y: 0 },
      { name: 'p1', x: 22, y: 5.5 },
    ],
    5.5,
  );
  expect(solid).toEqual({
    d: 'M0.5 0.5m.8.8h8.4v8.4h-8.4zM44.5 11.5m.8.8h8.4v8.4h-8.4z',
    paint: 'solid',
    transform: 'scale(0.5)',
  });
  expect(hollow?.d).toBe('M22.5 0.5m1.5 1.5h7v7h-7z');
});

it('draws the sign of a source as one line that can begin anywhere', () => {
  for (const letter of 'wpdoz')
    for (const counts of '015')
      for (const { d } of signs[letter + counts]?.paths ?? []) expect(d).toMatch(/^M[^A-Z]+z$/);
});
