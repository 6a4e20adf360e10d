/** Draws the first screen as text, for the page that is built (`vite.config.ts`). */
import { render } from 'svelte/server';
import App from './App.svelte';
import { desk } from './lib/desk.svelte.ts';
import { unknown } from './routes/openen/unknown.ts';

export function firstScreen(): string {
  desk.session = unknown;
  return render(App).body;
}
