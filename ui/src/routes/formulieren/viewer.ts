/** Draws the pages of a PDF with pdf.js. Scripts in a PDF are never run. */
import * as pdf from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

pdf.GlobalWorkerOptions.workerSrc = worker;

/** Draws every page into `box`; `name` gives each its label. */
export async function open(
  bytes: Uint8Array,
  box: HTMLElement,
  zoom: number,
  name: (page: number, of: number) => string,
) {
  const task = pdf.getDocument({ data: bytes, isEvalSupported: false, enableXfa: false });
  const document_ = await task.promise;
  const drawn: HTMLCanvasElement[] = [];
  for (let at = 1; at <= document_.numPages; at += 1) {
    const page = await document_.getPage(at);
    const viewport = page.getViewport({ scale: zoom * (window.devicePixelRatio || 1) });
    const canvas = document.createElement('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.style.width = `${viewport.width / (window.devicePixelRatio || 1)}px`;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', name(at, document_.numPages));
    await page.render({ canvas, viewport }).promise;
    drawn.push(canvas);
  }
  box.replaceChildren(...drawn);
  // The pages stand; the worker and its memory are not needed any more.
  await task.destroy();
}
