/** What is typed about conversations. It stays here while somebody looks elsewhere: of one that is kept already until keeping
 *  works, of a new one until it is kept or dropped. */
import { SvelteMap } from 'svelte/reactivity';
import {
  type ConversationKindCode,
  type ConversationView,
  commands,
  type DossierReply,
  type NewConversation,
} from '../../bindings/index.ts';
import { desk } from '../../lib/desk.svelte.ts';

export const kinds: ConversationKindCode[] = ['kennismaking', 'startgesprek', 'tussenevaluatie', 'eindevaluatie'];

/** A conversation as it is to be typed in: as it was kept, or a new one with what is likely. */
function formOf(dossier: DossierReply, conversation: ConversationView | null): NewConversation {
  if (conversation) {
    const { id, kind, date, participants, questions, notes } = conversation;
    return { id, kind, date, participants, questions, notes };
  }
  const there = dossier.conversations.map((one) => one.kind);
  const kind = kinds.find((one) => !there.includes(one)) ?? 'tussenevaluatie';
  const names = [dossier.student.name, dossier.student.mentor].filter(Boolean);
  return { id: null, kind, date: '', participants: names, questions: [], notes: '' };
}

export class Talk {
  readonly number: string;
  form = $state<NewConversation>({
    id: null,
    kind: 'kennismaking',
    date: '',
    participants: [],
    questions: [],
    notes: '',
  });
  /** Who were there, as they are typed. */
  who = $state('');
  /** A leervraag that is not in the list yet. */
  asked = $state('');
  /** Whether something was typed that is not kept. */
  dirty = $state(false);
  /** Hears what keeping came to. */
  heard: (dossier: DossierReply) => void = () => undefined;
  /** Whether something is on its way to the store. */
  #sending = $state(false);
  #others = new Set<string>();
  #last: Promise<boolean> = Promise.resolve(true);

  constructor(number: string) {
    this.number = number;
  }

  /** Whether something stands here that is kept nowhere else. */
  get half(): boolean {
    return this.dirty || this.#sending || this.asked.trim() !== '';
  }

  /** Other words of the store; what is being typed stays. */
  adopt(dossier: DossierReply, conversation: ConversationView | null) {
    this.#others = new Set(dossier.conversations.map((one) => one.id));
    if (this.half) return;
    // One that was made just now is that one, also while the page still shows it as new.
    const made = dossier.conversations.find((one) => one.id === this.form.id) ?? null;
    this.form = formOf(dossier, conversation ?? made);
    this.who = this.form.participants.join(', ');
  }

  touch() {
    this.dirty = true;
  }

  /** Puts what is asked in the list. */
  ask(text = this.asked) {
    this.asked = '';
    if (!text.trim()) return;
    this.form.questions = [...this.form.questions, text.trim()];
    this.touch();
  }

  /** Keeps it unless it is a new one: that is kept when it is asked for. Whether nothing is lost without it. */
  async settle(): Promise<boolean> {
    return this.form.id ? this.keep() : !this.half;
  }

  /** Keeps what is typed, one time after the other; whether it is kept. */
  keep(): Promise<boolean> {
    this.#last = this.#last.then(() => this.#send());
    return this.#last;
  }

  async #send(): Promise<boolean> {
    this.ask();
    if (!this.dirty) return true;
    if (!this.form.date) return false;
    this.dirty = false;
    this.#sending = true;
    const participants = this.who
      .split(/[,;\n]/)
      .map((name) => name.trim())
      .filter(Boolean);
    const reply = await desk.ask(commands.saveConversation(this.number, { ...this.form, participants }));
    this.#sending = false;
    if (!reply) {
      this.dirty = true;
      return false;
    }
    void desk.changed();
    const made = this.form.id ? null : reply.conversations.find((one) => !this.#others.has(one.id));
    if (made) {
      this.form.id = made.id;
      talks.delete(placeOf(this.number, null));
      talks.set(placeOf(this.number, made.id), this);
    }
    this.heard(reply);
    return true;
  }
}

const talks = new SvelteMap<string, Talk>();
const placeOf = (number: string, id: string | null) => `${number} ${id ?? ''}`;

/** What is typed about a conversation, or about a new one: as it was left, or as it was kept. */
export function talkOf(dossier: DossierReply, conversation: ConversationView | null): Talk {
  for (const [place, talk] of talks) if (!talk.half) talks.delete(place);
  const { number } = dossier.student;
  const place = placeOf(number, conversation?.id ?? null);
  const talk = talks.get(place) ?? new Talk(number);
  talk.adopt(dossier, conversation);
  talks.set(place, talk);
  return talk;
}

/** Whether a new conversation with a student was left half typed. */
export function leftHalf(number: string): boolean {
  return talks.get(placeOf(number, null))?.half ?? false;
}

/** Lets go of what was typed. */
export function dropTalk(talk: Talk) {
  talk.asked = '';
  talk.dirty = false;
  talks.delete(placeOf(talk.number, talk.form.id));
}

// The window asks this before it locks, undoes or closes.
desk.beforeLock(async () => {
  const kept = await Promise.all([...talks.values()].map((talk) => talk.settle()));
  return kept.every(Boolean);
});
