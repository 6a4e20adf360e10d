/** What lies on the desk: which workspace, which room, what went wrong. Decides nothing about judgements. */
import {
  type Beginning,
  commands,
  type DossierReply,
  type OpenWorkspace,
  type Preferences,
  type Problem,
  type Session,
  type SpanView,
  type Desk as Table,
} from '../bindings/index.ts';
import { language, speak, t } from '../i18n/index.ts';
import { clock, longDay } from './dates.ts';
import { Messages } from './messages.svelte.ts';
import { quiet } from './quiet.ts';

export const ROOMS = ['dossiers', 'dossier', 'kader', 'formulieren', 'controle', 'logboek', 'instellingen'] as const;
export type Room = (typeof ROOMS)[number];
/** A place in a dossier: a data point, and a passage of it if one is meant; a conversation; the statement of a day. */
export type Spot = { datapoint: string; excerpt?: SpanView | null } | { conversation: string } | { statement: string };
/** Keeps what is not kept yet; whether it is. */
type Keep = () => Promise<boolean>;

/** How long a warning about what is not kept stands, in milliseconds: asked again after it, one is warned again. */
const WARNED = 15_000;

/** How long keeping may take in sight before a window that locks is covered, in milliseconds. */
const KEEPING = 1000;

/** How long a room waits for what it shows before it opens without, in milliseconds: too short to be seen as waiting, and
 *  nearly always long enough, so that nothing is drawn twice. */
const AT_ONCE = 60;
function soon(answer: Promise<unknown>, ready: () => void) {
  let waits = true;
  const once = () => {
    if (waits) ready();
    waits = false;
  };
  answer.then(once, once);
  // In two parts: a page that was busy is late with one, and must not miss an answer that came meanwhile.
  setTimeout(() => setTimeout(once, AT_ONCE / 2), AT_ONCE / 2);
}

declare global {
  interface Window {
    /** What the first screen is drawn from, as the program hands it over. */
    beginning?: Beginning;
  }
}

type Outcome<T> = { status: 'ok'; data: T } | { status: 'error'; error: Problem };

/** A problem in words, with its place in front. */
export function sentence(problem: Problem | string): string {
  // What fails before it reaches our code (access, arguments) arrives as plain text.
  if (typeof problem === 'string') return t.problems.unexpected;
  const text = t.problems.sentence(problem.code, inWords(problem.value));
  return problem.place ? `${inWords(problem.place)}: ${text}` : text;
}

/** A day as people write it; anything else as it is. */
const inWords = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? longDay(text) : text);

class Desk extends Messages {
  session = $state.raw<Session | null>(null);
  /** The workspace that opens while the first screen is still in sight. */
  arriving = $state.raw<OpenWorkspace | null>(null);
  room = $state<Room>('dossiers');
  /** The student, or the part of the settings, that the room is about; in the table, whose dossier is built ahead. */
  number = $state('');
  /** Where in the dossier to open; the dossier takes it away once it is there. */
  spot = $state.raw<Spot | null>(null);
  /** The student whose dossier is open or was last, or on whose row the cursor of the table is. */
  current = $state('');
  /** The dossiers as the table shows them, once it did. */
  shown: { number: string }[] = [];
  /** The dossiers beside the open one, and its place among them. */
  beside = $state.raw<Pick<DossierReply, 'previous' | 'next' | 'place'>>({ previous: null, next: null, place: [0, 0] });
  /** Draws the table out of sight, the first time it is asked to; comes with what follows the first screen. */
  rehearse: () => void = () => undefined;
  saved = $state('');
  preferences = $state<Preferences>({
    theme: 'system',
    singleKeys: true,
    judgeFirst: false,
    language: 'nl',
    lockMinutes: 10,
    size: 100,
    tourSeen: false,
    panes: { sources: 304, sourcesFolded: false, judgement: 288, judgementFolded: false },
  });
  /** Seconds without key or mouse after which the window locks. */
  idleLimit = $state(600);
  #unkept = new Set<Keep>();
  /** Whether everything was kept when it was last tried. */
  #kept = true;
  /** The table that is on its way. */
  #table: Promise<Outcome<Table>> | null = null;
  /** The table as it was read last. */
  #read: Table | null = null;
  #dossier: { number: string; reply: ReturnType<typeof commands.dossier>; there: Outcome<DossierReply> | null } | null =
    null;
  /** Whether the page is covered: it was left alone while something could not be kept. */
  veiled = $state(false);
  /** Counts acts, so that rooms read anew. */
  version = $state(0);
  /** Counts problems, so that a room that shows nothing yet can say why. */
  failures = $state(0);
  /** Files that Controle is asked to check. */
  toCheck = $state<string[]>([]);
  /** Whether forms are checked without a workspace. */
  checking = $state(false);
  /** Counts where one went, so that only the last is gone to. */
  #going = 0;
  #warned = false;
  /** Whether the page was loaded anew, as it is when the window locks. */
  #anew = false;

  get workspace(): OpenWorkspace | null {
    return this.session?.state === 'open' ? this.session : null;
  }

  /** Takes over what the window begins with. At the start of the program that came with the page itself; a page that is
   *  loaded anew asks for it. */
  async begin() {
    this.#anew = sessionStorage.getItem('begun') !== null;
    const known = this.#anew ? null : (window.beginning ?? null);
    sessionStorage.setItem('begun', 'yes');
    const beginning = known ?? (await this.ask(commands.beginning()));
    if (!beginning) return;
    if (beginning.preferences.language !== language()) await speak(beginning.preferences.language);
    this.preferences = beginning.preferences;
    this.idleLimit = beginning.idleLimit;
    this.session = beginning.session;
  }

  /** What a command answers, or null after its problem was shown. */
  async ask<T>(answer: Promise<Outcome<T>>): Promise<T | null> {
    try {
      const outcome = await answer;
      if (outcome.status === 'ok') return outcome.data;
      this.tell(sentence(outcome.error), 'error');
    } catch {
      this.tell(t.problems.unexpected, 'error');
    }
    this.failures += 1;
    return null;
  }

  /** As `ask`, for an act that changes the workspace. */
  async act<T>(answer: Promise<Outcome<T>>): Promise<T | null> {
    const data = await this.ask(answer);
    if (data !== null) await this.changed();
    return data;
  }

  async changed() {
    this.saved = clock(new Date());
    const session = await this.ask(commands.session());
    if (session) this.session = session;
  }

  /** Shows a workspace that was opened: where the user was when it was locked, else the table. */
  async opened(workspace: OpenWorkspace) {
    // Only a page that was loaded anew has a place to go back to.
    const left = this.#anew ? await this.ask(commands.placeLeft()) : null;
    const room = ROOMS.find((one) => one === left?.room);
    this.room = room ?? 'dossiers';
    this.number = this.current = left?.number ?? '';
    this.version += 1;
    const session = { state: 'open', ...workspace } as const;
    const enter = () => {
      if (!this.workspace) this.session = session;
      this.checking = false;
      this.arriving = null;
    };
    if (this.room !== 'dossiers') return enter();
    // While the table is on its way the frame around it is built, out of sight: that takes about as long.
    this.arriving = session;
    this.#table = this.#whole();
    soon(this.#table, enter);
  }

  /** The table of dossiers: the one asked for at opening, once; after that as it is now. */
  takeTable(): Promise<Outcome<Table>> {
    const ahead = this.#table;
    this.#table = null;
    return ahead ?? this.#now();
  }

  /** The table that was read before with what acts changed in it since; the whole of it where that may be anything. */
  async #now(): Promise<Outcome<Table>> {
    const read = this.#read;
    const since = read && (await commands.deskSince(read.seq, read.today));
    if (!read || since?.status !== 'ok' || !since.data) return this.#whole();
    const { seq, rows } = since.data;
    const changed = new Map(rows.map((row) => [row.number, row]));
    this.#read = { ...read, seq, rows: read.rows.map((row) => changed.get(row.number) ?? row) };
    return { status: 'ok', data: this.#read };
  }

  async #whole(): Promise<Outcome<Table>> {
    const outcome = await commands.desk();
    this.#read = outcome.status === 'ok' ? outcome.data : null;
    return outcome;
  }

  /** A dossier: the one asked for on the way to it, once, and at once when it is there; after that, and when that is too
   *  old, as it is now. */
  takeDossier(number: string, old = false): DossierReply | Promise<DossierReply | null> {
    const ahead = this.#dossier?.number === number && !old ? this.#dossier : null;
    this.#dossier = null;
    if (ahead?.there?.status === 'ok') return ahead.there.data;
    return this.ask(ahead?.reply ?? commands.dossier(number));
  }

  /** Finds what stands beside a dossier: in the order of the table as it was left, else, also when it is not among what that
   *  showed, of everybody. */
  standAt({ student, previous, next, place }: DossierReply) {
    const at = this.shown.findIndex((one) => one.number === student.number);
    const number = (of: number) => this.shown[of]?.number ?? null;
    this.beside =
      at < 0
        ? { previous, next, place }
        : { previous: number(at - 1), next: number(at + 1), place: [at + 1, this.shown.length] };
  }

  /** Keeps everything that was typed; false when something could not be kept. */
  async flush(): Promise<boolean> {
    const kept = await Promise.all([...this.#unkept].map((keep) => keep()));
    this.#kept = kept.every(Boolean);
    return this.#kept;
  }

  /** Whether the workspace may close now: everything is kept, or the warning that it is not was given before. */
  async mayClose(): Promise<boolean> {
    if ((await this.flush()) || this.#warned) return true;
    this.#warned = true;
    setTimeout(() => (this.#warned = false), WARNED);
    this.tell(t.shell.notKept, 'error');
    return false;
  }

  async undo(redo = false) {
    await this.flush();
    const workspace = await this.ask(redo ? commands.redo() : commands.undo());
    if (!workspace) return;
    const name = redo ? workspace.undo : workspace.redo;
    this.session = { state: 'open', ...workspace };
    this.version += 1;
    if (name) this.say((redo ? t.shell.redone : t.shell.undone)(t.shell.actOn(name)));
  }

  /** Has something kept before the window locks; answers how to let go of it. */
  beforeLock(keep: Keep): () => void {
    this.#unkept.add(keep);
    return () => this.#unkept.delete(keep);
  }

  /** Closes the workspace and clears the page: nothing of a student stays in it. What cannot be kept is not lost for it. */
  async lock() {
    if (await this.mayClose()) await this.#close(false);
  }

  /** Locks a window that was left alone. What cannot be kept then is neither dropped nor left in sight: the page is
   *  covered, until it is kept after all or somebody who knows the passphrase is back. */
  async lockIdle() {
    let covered = this.veiled;
    const late = setTimeout(() => (covered = this.veiled = true), KEEPING);
    const kept = await this.flush();
    clearTimeout(late);
    // Who came back while it was being kept stays.
    if (covered && !this.veiled) return;
    if (kept) await this.#close(true);
    else this.veiled = true;
  }

  /** Closes at once, whatever is not kept yet. */
  async drop() {
    await this.#close(false);
  }

  async #close(idle: boolean) {
    await this.ask(commands.lock({ room: this.room, number: this.room === 'dossier' ? this.number : '' }));
    sessionStorage.setItem('locked', JSON.stringify({ at: new Date().toISOString(), idle, kept: this.#kept }));
    location.reload();
  }

  /** The other of light and dark, from what is seen now. */
  otherTheme() {
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const seen = this.preferences.theme === 'system' ? system : this.preferences.theme;
    void this.prefer({ theme: seen === 'dark' ? 'light' : 'dark' });
  }

  /** Has a dossier built out of sight once nobody is busy: building is most of what opening takes. */
  async near(number: string) {
    const going = this.#going;
    const elsewhere = () => going !== this.#going || this.room !== 'dossiers' || this.number !== '';
    await quiet();
    if (elsewhere()) return;
    const reply = commands.dossier(number);
    const outcome = await reply.catch(() => null);
    // What fails here fails again, and is told, when it is asked for.
    if (outcome?.status !== 'ok' || elsewhere()) return;
    this.#dossier = { number, reply, there: outcome };
    this.number = number;
  }

  /** Goes to a room. A dossier is asked for first: until it is there, one stays where one is. */
  go(room: Room, number = '', spot: Spot | null = null) {
    this.#going += 1;
    if (room === 'dossier') this.current = number;
    const going = this.#going;
    const move = () => {
      if (going !== this.#going) return;
      // A dossier that is left for the table stays built, out of sight.
      if (room !== 'dossiers' || !['dossier', 'dossiers'].includes(this.room)) this.number = number;
      this.room = room;
      this.spot = spot;
    };
    if (room !== 'dossier' || (this.room === 'dossier' && this.number === number)) return move();
    const reply = commands.dossier(number);
    const ahead = { number, reply, there: null as Outcome<DossierReply> | null };
    this.#dossier = ahead;
    const arrived = reply.then(
      (outcome) => (ahead.there = outcome),
      () => undefined,
    );
    // From one dossier to another the room stays.
    if (this.room === 'dossier') move();
    else soon(arrived, move);
  }

  /** Whether the picture of a dossier is kept from who judges first: nothing is established about it. */
  veils(row: { outcome: string | null }): boolean {
    return (this.preferences.judgeFirst ?? false) && row.outcome === null;
  }

  /** Has files checked in Controle. */
  check(paths: string[]) {
    this.toCheck = paths;
    this.go('controle');
  }

  /** Takes over how the user likes the window, at once. */
  async prefer(change: Partial<Preferences>) {
    if (change.language) await speak(change.language);
    this.preferences = { ...this.preferences, ...change };
    const limit = await this.ask(commands.savePreferences(this.preferences));
    if (limit) this.idleLimit = limit;
  }
}

export const desk = new Desk();
