import { beforeEach, describe, expect, it } from 'vitest';
import { IdleWatch } from '../src/lib/idle.ts';

const MINUTE = 60_000;

describe('a window left alone', () => {
  let watch: IdleWatch;
  beforeEach(() => {
    watch = new IdleWatch(0);
  });

  it('is warned thirty seconds before the limit and over at the limit', () => {
    expect(watch.at(9 * MINUTE, 600).state).toBe('busy');
    expect(watch.at(9.5 * MINUTE, 600)).toEqual({ state: 'warned', seconds: 30 });
    expect(watch.at(10 * MINUTE - 1, 600)).toEqual({ state: 'warned', seconds: 1 });
    expect(watch.at(10 * MINUTE, 600).state).toBe('over');
  });

  it('begins anew with every key', () => {
    watch.touch(9.9 * MINUTE);
    expect(watch.at(10 * MINUTE, 600).state).toBe('busy');
    expect(watch.at(19.9 * MINUTE, 600).state).toBe('over');
  });

  it('follows a limit that changes meanwhile', () => {
    expect(watch.at(6 * MINUTE, 600).state).toBe('busy');
    expect(watch.at(6 * MINUTE, 300).state).toBe('over');
  });

  it('is over at once after the machine slept', () => {
    expect(watch.at(8 * 60 * MINUTE, 1800).state).toBe('over');
  });

  it('warns for half of a limit that is very short', () => {
    expect(watch.at(900, 4).state).toBe('busy');
    expect(watch.at(2000, 4)).toEqual({ state: 'warned', seconds: 2 });
  });
});
