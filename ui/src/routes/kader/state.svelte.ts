/** What is being changed in framework and weights: kept as it is typed, looked at while it is typed. Decides nothing. */
import {
  commands,
  type FrameworkDoc,
  type KaderLook,
  type KaderProposal,
  type KaderReply,
  type Problem,
  type WeightsDoc,
} from '../../bindings/index.ts';
import { desk } from '../../lib/desk.svelte.ts';

type Answer = Promise<{ status: 'ok'; data: KaderReply } | { status: 'error'; error: Problem }>;

/** Milliseconds of rest before a change is looked at, and before it is kept. */
const LOOK = 180;
const KEEP = 1500;

export class Kader {
  reply = $state.raw<KaderReply | null>(null);
  proposal = $state.raw<KaderProposal>({ framework: null, weights: null });
  look = $state.raw<KaderLook | null>(null);
  /** Why a new version is taken into use, as it is typed. */
  reason = $state('');
  /** Whether what is shown was typed after the last look. */
  stale = $state(false);
  /** Whether the last look failed. */
  failed = $state(false);
  #looking: ReturnType<typeof setTimeout> | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #kept = JSON.stringify(this.proposal);
  #last: Promise<boolean> = Promise.resolve(true);

  get framework(): FrameworkDoc | null {
    return this.proposal.framework ?? this.reply?.framework ?? null;
  }

  get weights(): WeightsDoc | null {
    return this.proposal.weights ?? this.look?.weights ?? this.reply?.weights ?? null;
  }

  get open(): boolean {
    return this.proposal.framework !== null || this.proposal.weights !== null;
  }

  async load() {
    // What could not be kept when the room was left is tried again, and is not written over.
    if (!(await this.keep())) return void this.#see();
    const reply = await desk.ask(commands.kader());
    if (reply) this.#take(reply);
  }

  /** The framework as it becomes. */
  write(framework: FrameworkDoc) {
    this.proposal = { ...this.proposal, framework };
    this.#later();
  }

  /** The weighting as it becomes. */
  weigh(weights: WeightsDoc) {
    this.proposal = { ...this.proposal, weights };
    this.#later();
  }

  #later() {
    this.stale = true;
    clearTimeout(this.#looking);
    clearTimeout(this.#keeping);
    this.#looking = setTimeout(() => void this.#see(), LOOK);
    // Typing is kept when it rests or the field is left; a press is kept at once, so that undo takes back just that.
    const typing = document.activeElement?.matches('input, textarea') ?? false;
    this.#keeping = setTimeout(() => void this.keep(), typing ? KEEP : 0);
  }

  /** Looks once more at what could not be looked at. */
  again = () => void this.#see();

  async #see() {
    const asked = ++this.#asked;
    this.failed = false;
    const look = this.open ? await desk.ask(commands.lookAtKader(this.proposal)) : null;
    if (asked !== this.#asked) return;
    this.look = look;
    this.failed = this.open && look === null;
    this.stale = false;
  }

  /** Keeps what was typed, one after the other; whether it is kept. */
  keep(): Promise<boolean> {
    clearTimeout(this.#keeping);
    this.#last = this.#last.then(async () => {
      const written = JSON.stringify(this.proposal);
      if (written === this.#kept) return true;
      const reply = await desk.act(commands.saveKader(this.proposal));
      if (!reply) return false;
      this.#kept = written;
      this.reply = reply;
      return true;
    });
    return this.#last;
  }

  /** Keeps what can be kept; whether nothing else stands here. */
  async settle(): Promise<boolean> {
    return (await this.keep()) && !(this.open && this.reason.trim());
  }

  begin = () => this.#act(commands.beginKader());
  drop = () => this.#act(commands.dropKader());
  freeze = () => this.#act(commands.freezeWeights());

  async use(): Promise<boolean> {
    return (await this.keep()) && (await this.#act(commands.useKader(this.reason)));
  }

  async #act(answer: Answer): Promise<boolean> {
    clearTimeout(this.#keeping);
    const reply = await desk.act(answer);
    if (reply) this.#take(reply);
    return reply !== null;
  }

  #take(reply: KaderReply) {
    clearTimeout(this.#looking);
    clearTimeout(this.#keeping);
    this.reply = reply;
    this.proposal = reply.proposal;
    this.#kept = JSON.stringify(reply.proposal);
    this.stale = this.open;
    if (!this.open) {
      this.look = null;
      this.reason = '';
    }
    void this.#see();
  }
}

/** The one of the workspace that is open: who follows a link and comes back finds what was typed. */
export const kader = new Kader();

// The window asks this before it locks, undoes or closes.
desk.beforeLock(() => kader.settle());
