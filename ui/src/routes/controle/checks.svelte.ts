/** What was checked, outside the room: it stays while one is elsewhere, and goes with the page when the window locks. */
import { type CheckedFile, commands } from '../../bindings/index.ts';
import { t } from '../../i18n/index.ts';
import { desk, sentence } from '../../lib/desk.svelte.ts';

/** A file that was asked for: checked, or why it could not be. */
export type Entry = { path: string; checked: CheckedFile | null; problem: string };

class Checks {
  entries = $state.raw<Entry[]>([]);
  /** The file at hand, and how many of those asked for are done; null when nothing is being checked. */
  progress = $state.raw<{ path: string; done: number; of: number } | null>(null);
  #queue: string[] = [];
  #done = 0;
  /** The act after which everything was checked. */
  #version = desk.version;

  /** Checks files one after the other; each is shown as it comes. Those asked for meanwhile come after them. */
  async check(paths: string[]) {
    this.#queue.push(...paths.filter((path) => !this.#queue.includes(path)));
    this.#count();
    if (this.progress) return;
    for (let path = this.#queue.shift(); path !== undefined; path = this.#queue.shift()) {
      this.progress = { path, done: this.#done, of: this.#done + 1 + this.#queue.length };
      const entry = await checkOne(path);
      const others = this.entries.filter((one) => one.path !== path);
      this.entries = [...others.slice(0, this.#done), entry, ...others.slice(this.#done)];
      this.#done += 1;
    }
    const [only] = this.entries;
    const words = t.controle;
    if (this.#done === 1 && only) desk.say(only.checked ? words.headlines[only.checked.headline] : only.problem);
    else desk.say(words.checkedMany(this.#done));
    this.progress = null;
    this.#done = 0;
  }

  #count() {
    if (this.progress) this.progress = { ...this.progress, of: this.#done + 1 + this.#queue.length };
  }

  /** After the file at hand no other is checked. */
  stop = () => {
    this.#queue = [];
    this.#count();
  };

  remove(path: string) {
    this.entries = this.entries.filter((entry) => entry.path !== path);
  }

  /** Puts what is checked anew in the place of what was known of it; what came in meanwhile stays. */
  async again() {
    this.#version = desk.version;
    const anew = await Promise.all(this.entries.filter((entry) => entry.checked).map((entry) => checkOne(entry.path)));
    this.entries = this.entries.map((entry) => anew.find((one) => one.path === entry.path) ?? entry);
  }

  /** As `again`, when an act was done or taken back since: it may have been trust. */
  async refresh() {
    if (this.#version !== desk.version) await this.again();
  }
}

async function checkOne(path: string): Promise<Entry> {
  try {
    const outcome = await commands.verifyFile(path);
    if (outcome.status === 'ok') return { path, checked: outcome.data, problem: '' };
    return { path, checked: null, problem: sentence(outcome.error) };
  } catch {
    return { path, checked: null, problem: t.problems.unexpected };
  }
}

export const checks = new Checks();
