/** Keeps the words of a judgement while they are typed. Typing stays here and never waits; saving follows a little later,
 *  one at a time, and is tried again after a failure. A reply never takes away what was typed since. */
import { commands, type DraftView, type JudgementView, type ObstacleView } from '../../../bindings/index.ts';
import { t } from '../../../i18n/index.ts';
import { desk, sentence } from '../../../lib/desk.svelte.ts';

/** How long after the last key the words are sent, and after which pauses a failure is tried again, in milliseconds. */
const PAUSE = 600;
const AGAIN = [2000, 5000, 15000];

/** What stands in the way of establishing, and which reasons to deviate pass nothing any more. */
export type Standing = { obstacles: ObstacleView[]; idle: string[] };
/** What saving comes to: how the draft stands, or a sentence about what went wrong. */
export type Saved = Standing | { problem: string };
export type Save = (number: string, draft: DraftView) => Promise<Saved>;

/** `kept`: all is kept; `typed`: waits to be sent; `saving`: is on its way; `failed`: is tried again later. */
export type Keeping = 'kept' | 'typed' | 'saving' | 'failed';

export class Keeper {
  readonly number: string;
  draft = $state.raw<DraftView | null>(null);
  obstacles = $state.raw<ObstacleView[]>([]);
  idle = $state.raw<string[]>([]);
  state = $state<Keeping>('kept');
  problem = $state('');
  readonly #save: Save;
  #typed = 0;
  #kept = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<boolean> | null = null;

  constructor(number: string, save: Save) {
    this.number = number;
    this.#save = save;
  }

  /** Whether something was typed that is not kept yet. */
  get dirty(): boolean {
    return this.#typed > this.#kept;
  }

  /** Other words, from the one who types. */
  write(next: DraftView) {
    this.draft = next;
    this.#typed += 1;
    if (this.state === 'kept') this.state = 'typed';
    if (this.state !== 'failed') this.#later(PAUSE);
  }

  /** An act that is no typing (a citation, an outcome): kept at once, and apart from what was typed before it. */
  act(next: DraftView) {
    if (this.dirty) void this.#once();
    this.write(next);
    void this.flush();
  }

  /** How much was typed so far: to tell whether an answer is of before or after. */
  get typed(): number {
    return this.#typed;
  }

  /** Other words of the store (another act, an undo), asked for when `typed` was this; what was typed since stays. */
  adopt(view: JudgementView, typed: number) {
    if (this.draft && (this.dirty || typed !== this.#typed)) return;
    this.draft = view.words;
    this.#stand(view);
  }

  /** How the draft stands after an act that leaves the words as they are. */
  heed(standing: Standing) {
    if (!this.dirty) this.#stand(standing);
  }

  #stand({ obstacles, idle }: Standing) {
    this.obstacles = obstacles;
    this.idle = idle;
  }

  /** Keeps everything typed until now; false when that does not work. */
  async flush(): Promise<boolean> {
    while (this.dirty) if (!(await this.#once())) return false;
    return true;
  }

  #later(pause: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#once().then((kept) => kept && this.dirty && this.#later(PAUSE)), pause);
  }

  /** One save at a time; who asks while one runs waits for it. */
  #once(): Promise<boolean> {
    this.#running ??= this.#send().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #send(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (!this.dirty || !this.draft) return true;
    const sent = this.#typed;
    this.state = 'saving';
    const answer = await this.#save(this.number, this.draft);
    if ('problem' in answer) {
      this.state = 'failed';
      this.problem = answer.problem;
      this.#later(AGAIN[Math.min(this.#failures, AGAIN.length - 1)] ?? PAUSE);
      this.#failures += 1;
      return false;
    }
    this.#kept = sent;
    this.#failures = 0;
    this.problem = '';
    this.#stand(answer);
    this.state = this.dirty ? 'typed' : 'kept';
    return true;
  }
}

async function save(number: string, draft: DraftView): Promise<Saved> {
  try {
    const outcome = await commands.saveDraft(number, draft);
    if (outcome.status === 'error') return { problem: sentence(outcome.error) };
    void desk.changed();
    return outcome.data;
  } catch {
    return { problem: t.problems.unexpected };
  }
}

const keepers = new Map<string, Keeper>();

/** The keeper of a dossier: the one that still has words to keep, or a new one. */
export function keeperOf(number: string): Keeper {
  for (const [other, keeper] of keepers) if (!keeper.dirty) keepers.delete(other);
  const found = keepers.get(number) ?? new Keeper(number, save);
  keepers.set(number, found);
  return found;
}

// The window asks this before it locks, undoes or closes. Locking clears the page, and with it the words.
desk.beforeLock(async () => {
  const kept = await Promise.all([...keepers.values()].map((keeper) => keeper.flush()));
  return kept.every(Boolean);
});
