/** Starts the window's page. */
import '@fontsource/atkinson-hyperlegible-next/latin-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-ext-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-600.css';
import '@fontsource/atkinson-hyperlegible-next/latin-ext-600.css';
import '@fontsource/source-serif-4/latin-400.css';
import '@fontsource/source-serif-4/latin-ext-400.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/window.css';
import './styles/reader.css';
import './styles/matrix.css';
import './styles/judgement.css';
import './styles/table.css';
import './styles/rooms.css';
import './styles/adapt.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { catchAll } from './lib/broken.ts';
import { heedClosing } from './lib/closing.ts';

catchAll();
heedClosing();
const target = document.getElementById('app');
if (target) mount(App, { target });
