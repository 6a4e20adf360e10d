/** The word `bewaard` beside what was just set: there for a while, then gone. */

const WHILE = 2500;

export class Kept {
  shown = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  note() {
    this.shown = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.shown = false), WHILE);
  }
}
