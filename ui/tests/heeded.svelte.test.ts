import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { desk } from '../src/lib/desk.svelte.ts';

it('says something from an effect once, though what is said changes by it', () => {
  let runs = 0;
  const stop = outside(() => {
    desk.say('Ondertekenen');
    runs += 1;
  });
  flushSync();
  expect([runs, desk.said]).toEqual([1, 'Ondertekenen']);
  stop();
});

/** An effect of its own, outside of a component. */
function outside(run: () => void): () => void {
  return $effect.root(() => {
    $effect(run);
  });
}
