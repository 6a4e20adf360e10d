/** What the window says: messages at its foot, in the dialog that is open, and to who hears it. */
import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

export type Toast = {
  id: number;
  text: string;
  kind: 'error' | 'info';
  /** The dialog that says it: the keyboard reaches nothing outside of one. */
  dialog: symbol | null;
};

/** How long nothing must change before it is said, in milliseconds. */
const AT_REST = 600;

export class Messages {
  toasts = $state<Toast[]>([]);
  /** What is read out. */
  said = $state('');
  #next = 0;
  /** The dialogs that are open, the last on top. */
  #dialogs = new SvelteSet<symbol>();
  /** What is said once it rests. */
  #saying = 0;

  /** Shows a message that goes by itself; an error stays until it is read away. Whoever tells waits for no message. */
  tell(text: string, kind: Toast['kind'] = 'info') {
    untrack(() => this.#tell(text, kind));
  }

  #tell(text: string, kind: Toast['kind']) {
    // The same words twice say no more than once.
    this.toasts = this.toasts.filter((toast) => toast.text !== text);
    const id = this.#next++;
    const dialog = kind === 'error' ? ([...this.#dialogs].at(-1) ?? null) : null;
    this.toasts.push({ id, text, kind, dialog });
    // An error speaks for itself; anything else is said by the one region that always stands.
    if (kind === 'error') return;
    this.say(text);
    setTimeout(() => this.dismiss(id), 6000);
  }

  dismiss(id: number) {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  /** What no open dialog says: also what one said that was not read before it closed. */
  get outside(): Toast[] {
    return this.toasts.filter((toast) => !toast.dialog || !this.#dialogs.has(toast.dialog));
  }

  /** Has a dialog say what goes wrong while it is open; answers how it closes. */
  enter(dialog: symbol): () => void {
    this.#dialogs.add(dialog);
    return () => this.#dialogs.delete(dialog);
  }

  /** What a dialog said was read. Whoever says so does not wait for what is said next. */
  read(dialog: symbol) {
    untrack(() => {
      if (this.toasts.some((toast) => toast.dialog === dialog))
        this.toasts = this.toasts.filter((toast) => toast.dialog !== dialog);
    });
  }

  /** For who hears the window. The same words twice are heard twice: a region only speaks when it changes. */
  say(text: string) {
    clearTimeout(this.#saying);
    // Whoever says something does not wait for what is said.
    const same = untrack(() => text && text === this.said);
    this.said = same ? `${text}\u00a0` : text;
  }

  /** The same, of what changes with every key: once it rests, and nothing else was said since. */
  sayAtRest(text: string) {
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => this.say(text), AT_REST);
  }
}
