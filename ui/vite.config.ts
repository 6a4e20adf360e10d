import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What the page does before anything else: keeps what is done on the first screen, for the page's own script to do once
 *  more (`src/lib/early.ts`), says that its first frame is painted (as `src/lib/painted.ts` does), then
 *  begins. Another first screen than the one drawn here waits for the page itself. */
const BEGIN = `window.early = [];
for (const kind of ['click', 'submit'])
  addEventListener(kind, (event) => {
    if (!window.early) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    window.early.push(event);
  }, true);
const begin = () => import('ENTRY');
if ('unlike' in document.documentElement.dataset) begin();
else requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    window.__TAURI_INTERNALS__?.invoke('painted', { screen: 'openen', at: Date.now() });
    begin();
  };
  port2.postMessage(null);
});`;

/** Draws the first screen into the page when it is built, with its typefaces fetched at once: it stands in the first
 *  frame, before the page's own script runs. */
function firstScreen(): Plugin {
  const typefaces = /atkinson-hyperlegible-next-latin-(400|600)-normal-.*\.woff2$/;
  return {
    name: 'first-screen',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const body = await drawn();
        const fonts = Object.keys(bundle ?? {}).filter((name) => typefaces.test(name));
        const preloads = fonts.map(
          (name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${name}">`,
        );
        return html
          .replace(/<script type="module" crossorigin src="([^"]+)"><\/script>/, (_, entry: string) =>
            [`<link rel="modulepreload" crossorigin href="${entry}">`, ...preloads].join('\n    '),
          )
          .replace('<div id="app"></div>', () => `<div id="app">${body}</div>\n    <script>${begin(html)}</script>`);
      },
    },
  };
}

/** The script that begins, for the entry that a page names. */
function begin(html: string): string {
  const entry = /<script type="module" crossorigin src="([^"]+)">/.exec(html)?.[1];
  if (!entry) throw new Error('the page names no entry');
  return BEGIN.replace('ENTRY', entry);
}

/** The first screen as markup; its field takes keys from the first frame on. */
async function drawn(): Promise<string> {
  const server = await createServer({
    configFile: false,
    plugins: [svelte()],
    server: { middlewareMode: true, ws: false, watch: null },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
  });
  const { firstScreen } = await server.ssrLoadModule('/src/prerender.ts');
  await server.close();
  return firstScreen().replace('id="pw"', 'id="pw" autofocus');
}

export default defineConfig({
  plugins: [svelte(), firstScreen()],
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    environment: 'jsdom',
    setupFiles: ['tests/setup.ts'],
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
  },
});
