import { describe, expect, it } from 'vitest';
import { sized, sizes } from '../src/lib/size.ts';

const key = (key: string, change: KeyboardEventInit = { ctrlKey: true }) =>
  new KeyboardEvent('keydown', { key, ...change });

describe('how large everything is drawn', () => {
  it('goes a step up or down with the keys of every program, and back to the usual', () => {
    expect(sized(key('='), 100)).toBe(110);
    expect(sized(key('+', { metaKey: true }), 125)).toBe(150);
    expect(sized(key('-'), 100)).toBe(90);
    expect(sized(key('0'), 200)).toBe(100);
  });

  it('stays at the last on either side, and reaches twice the usual', () => {
    expect(sized(key('+'), 200)).toBe(200);
    expect(sized(key('-'), 80)).toBe(80);
    expect(sizes.at(-1)).toBe(200);
  });

  it('leaves other keys to whom they belong', () => {
    expect(sized(key('+', {}), 100)).toBeNull();
    expect(sized(key('k'), 100)).toBeNull();
  });
});
