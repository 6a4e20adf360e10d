/** Where pages lie and how large they are: the arithmetic of the viewer, without a page. */

/** Width and height in CSS pixels. */
export type Size = { width: number; height: number };

/** CSS pixels in a point of a PDF: 96 in an inch against 72. */
export const UNIT = 96 / 72;
/** Room between pages and round them, in CSS pixels. */
export const GAP = 16;
/** Most pixels a page is drawn with: more costs memory and shows nothing. */
const MOST = 16_000_000;
/** Zoom levels of the buttons. */
const STEPS = [0.25, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The next zoom level up (`1`) or down (`-1`), from any zoom. */
export function stepped(zoom: number, direction: 1 | -1): number {
  const found =
    direction === 1 ? STEPS.find((step) => step > zoom + 0.005) : STEPS.findLast((step) => step < zoom - 0.005);
  return found ?? zoom;
}

/** The zoom at which the widest page fills the pane. */
export function fitting(sizes: Size[], pane: number): number {
  const widest = Math.max(...sizes.map((size) => size.width), 1);
  return Math.min(4, Math.max(0.25, (pane - 2 * GAP) / widest));
}

/** The top of each page in a column of pages. */
export function tops(sizes: Size[], zoom: number): number[] {
  let top = GAP;
  return sizes.map((size) => {
    const at = top;
    top += Math.round(size.height * zoom) + GAP;
    return at;
  });
}

/** The page (from 1) that lies a third from the top of the pane: the one that is being read. */
export function reading(sizes: Size[], zoom: number, scrolled: number, pane: number): number {
  const line = scrolled + pane / 3;
  return Math.max(1, tops(sizes, zoom).filter((top) => top <= line).length);
}

/** The first and last page (from 1) within one pane above and below what is seen. */
export function near(sizes: Size[], zoom: number, scrolled: number, pane: number): [number, number] {
  const all = tops(sizes, zoom);
  const first = all.filter((top, at) => top + (sizes[at]?.height ?? 0) * zoom < scrolled - pane).length + 1;
  const last = all.filter((top) => top <= scrolled + 2 * pane).length;
  return [Math.min(first, sizes.length), Math.max(last, 1)];
}

/** Pixels for each CSS pixel of a page: those of the screen, unless the page would take too many. */
export function density(size: Size, screen: number): number {
  return Math.min(screen, Math.sqrt(MOST / Math.max(1, size.width * size.height)));
}

/** The page somebody typed; nothing when it is no page of this document. */
export function typed(text: string, pages: number): number | null {
  const page = Number(text.trim());
  return Number.isInteger(page) && page >= 1 && page <= pages ? page : null;
}
