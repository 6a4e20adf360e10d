/** A PDF opened with pdf.js: sizes, and pages drawn sharp with their text over them. Scripts in a PDF are never run. */
import * as pdf from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { Size } from './geometry.ts';
import { density, UNIT } from './geometry.ts';

pdf.GlobalWorkerOptions.workerSrc = worker;

/** Pages of which the size is asked; those of a longer document are taken to be like the first until drawn. */
const MEASURED = 200;

/** A page that is drawn, or is being drawn. */
export type Drawn = { done: Promise<void>; stop: () => void };

/** An open document. */
export type Opened = {
  /** Size of each page at 100 %, in CSS pixels. */
  sizes: Size[];
  /** Draws a page into an element that has the page's size; what was there stays until the new page stands. */
  draw: (page: number, zoom: number, into: HTMLElement) => Drawn;
  /** Lets the document and its worker go. */
  close: () => void;
};

/** Opens the bytes of a PDF, which are taken over; rejects when they cannot be read. */
export async function open(bytes: Uint8Array): Promise<Opened> {
  const task = pdf.getDocument({ data: bytes, isEvalSupported: false, enableXfa: false, stopAtErrors: false });
  const opened = await task.promise;
  const sizes: Size[] = [];
  for (let page = 1; page <= opened.numPages; page += 1) {
    const known = page > MEASURED ? sizes[0] : undefined;
    sizes.push(known ?? sizeOf(await opened.getPage(page)));
  }
  return {
    sizes,
    draw: (page, zoom, into) => draw(opened, page, zoom, into),
    close: () => void task.destroy(),
  };
}

function sizeOf(page: pdf.PDFPageProxy): Size {
  const { width, height } = page.getViewport({ scale: UNIT });
  return { width, height };
}

function draw(opened: pdf.PDFDocumentProxy, number: number, zoom: number, into: HTMLElement): Drawn {
  let stopped = false;
  let cancel = () => {};
  const work = async () => {
    const page = await opened.getPage(number);
    if (stopped) return;
    const scale = zoom * UNIT;
    const viewport = page.getViewport({ scale });
    const dots = density(viewport, window.devicePixelRatio || 1);
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width * dots);
    canvas.height = Math.floor(viewport.height * dots);
    canvas.setAttribute('aria-hidden', 'true');
    const task = page.render({ canvas, viewport, transform: [dots, 0, 0, dots, 0, 0] });
    cancel = () => task.cancel();
    await task.promise;
    if (stopped) return;
    const text = document.createElement('div');
    text.className = 'textlayer';
    text.style.setProperty('--total-scale-factor', String(scale));
    into.replaceChildren(canvas, text);
    const layer = new pdf.TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
    cancel = () => layer.cancel();
    await layer.render();
  };
  // What was stopped on purpose is no failure.
  const done = work().catch((error: unknown) => {
    if (!stopped) throw error;
  });
  const stop = () => {
    stopped = true;
    cancel();
  };
  return { done, stop };
}
