/** Signing forms: what is asked for, how far it is, what came of it. One batch at a time; a way to stop it. */
import { Channel } from '@tauri-apps/api/core';
import {
  commands,
  type Problem,
  type SigningChoice,
  type SignProgress,
  type SignReply,
  type SignTask,
} from '../bindings/index.ts';
import { desk } from './desk.svelte.ts';

/** A form that is to be signed; of all attempts of the student when none is named. */
export type Wanted = { number: string; name: string; attempt?: number };
type Asked = { forms: Wanted[]; task: SignTask['kind']; settled: (signed: boolean) => void };

class Signing {
  /** What is being asked for; the dialog is open as long as it is not null. */
  asked = $state.raw<Asked | null>(null);
  /** How far it is, and whose form was done last; null when nothing is being signed. */
  progress = $state.raw<SignProgress | null>(null);
  /** What came of it, until it is read away. */
  reply = $state.raw<SignReply | null>(null);
  #names = new Map<string, string>();

  get busy(): boolean {
    return this.progress !== null;
  }

  /** Asks how to sign these forms; answers once the dialog is closed, whether anything was done. */
  open(forms: Wanted[], task: SignTask['kind'] = 'first'): Promise<boolean> {
    if (this.asked || forms.length === 0) return Promise.resolve(false);
    this.#names = new Map(forms.map((form) => [form.number, form.name]));
    this.reply = null;
    return new Promise((settled) => {
      this.asked = { forms, task, settled };
    });
  }

  /** Closes the dialog; not while forms are being signed. */
  close() {
    if (this.busy) return;
    this.asked?.settled(this.reply !== null);
    this.asked = null;
    this.reply = null;
  }

  /** The name of a student whose form was asked for; the number when it is not known. */
  name(number: string): string {
    return this.#names.get(number) ?? number;
  }

  /** After the forms at hand nothing more is signed; what was signed stays. */
  stop() {
    void commands.cancel();
  }

  /** Signs; answers why it could not even begin. */
  async run(task: SignTask, choice: SigningChoice, secret: string | null): Promise<Problem | null> {
    const { forms } = this.asked ?? { forms: [] };
    const numbers = [...new Set(forms.map((form) => form.number))];
    this.progress = { done: 0, of: 0, number: '' };
    const channel = new Channel<SignProgress>();
    channel.onmessage = (at) => {
      if (this.progress) this.progress = at;
    };
    const attempt = forms.length === 1 ? (forms[0]?.attempt ?? null) : null;
    try {
      const outcome = await commands.sign({ numbers, attempt, task, choice, secret }, null, channel);
      if (outcome.status === 'error') return outcome.error;
      this.reply = outcome.data;
    } finally {
      this.progress = null;
    }
    await desk.changed();
    desk.version += 1;
    return null;
  }
}

export const signing = new Signing();
