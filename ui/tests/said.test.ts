import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { desk } from '../src/lib/desk.svelte.ts';

describe('what is said once it rests', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    desk.say('');
  });
  afterEach(() => vi.useRealTimers());

  it('waits for the last of what is typed', () => {
    desk.sayAtRest('9 dossiers');
    vi.advanceTimersByTime(500);
    desk.sayAtRest('1 dossier');
    vi.advanceTimersByTime(500);
    expect(desk.said).toBe('');
    vi.advanceTimersByTime(200);
    expect(desk.said).toBe('1 dossier');
  });

  it('gives way to what is said meanwhile', () => {
    desk.sayAtRest('9 dossiers');
    desk.say('Jansen');
    vi.advanceTimersByTime(2000);
    expect(desk.said).toBe('Jansen');
  });
});
