/** Starts the window's page. */
import '@fontsource/atkinson-hyperlegible-next/400.css';
import '@fontsource/atkinson-hyperlegible-next/600.css';
import '@fontsource/source-serif-4/400.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/window.css';
import './styles/rooms.css';
import { hydrate } from 'svelte';
import App from './App.svelte';
import { catchAll } from './lib/broken.ts';
import { desk } from './lib/desk.svelte.ts';
import { catchUp } from './lib/early.ts';
import { unknown } from './routes/openen/unknown.ts';

catchAll();
const target = document.getElementById('app');
if (target) {
  // What was drawn when the page was built is taken over as it is, then told what this machine knows.
  desk.session = unknown;
  hydrate(App, { target });
  void desk.begin().finally(() => {
    delete document.documentElement.dataset.unlike;
    catchUp();
  });
}
