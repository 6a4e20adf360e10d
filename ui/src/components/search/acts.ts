/** What can be done from the palette. To add an act of a room, say `data-act` on the button that does it, and in `zoeken.also`
 *  by which words it is found; any other act is one line in `acts`. */
import { t } from '../../i18n/index.ts';
import { desk, type Room } from '../../lib/desk.svelte.ts';
import { addEvidence } from '../../lib/evidence.ts';
import { openManual } from '../../lib/help.svelte.ts';

export type Act = {
  id: string;
  label: string;
  /** More words by which it is found. */
  also: string;
  /** The key that does the same, if there is one. */
  key?: string;
  run: () => void;
};

/** What the buttons of the room do that can be pressed now: the palette presses them. */
function here(): Act[] {
  const buttons = [...document.querySelectorAll<HTMLElement>('#main [data-act]:not(:disabled, [aria-disabled])')];
  const seen = buttons.filter((one) => !one.closest('[inert]') && (one.checkVisibility?.() ?? true));
  return seen.map((button, at) => {
    const { act = '' } = button.dataset;
    const key = button.querySelector('kbd')?.textContent ?? '';
    const text = (button.textContent ?? '').replace(/\s+/g, ' ').trim();
    const run = () => {
      button.focus();
      button.click();
    };
    const also = (t.zoeken.also as Record<string, string>)[act] ?? '';
    return { id: `${act}-${at}`, label: text.slice(0, text.length - key.length).trim(), also, key, run };
  });
}

/** Everything that can be done now, the likeliest first. */
export function acts(): Act[] {
  const { act, also } = t.zoeken;
  const workspace = desk.workspace;
  const { previous, next } = desk.beside;
  const inDossier = desk.room === 'dossier';
  const list: (Act | false | '' | null | undefined)[] = [
    inDossier &&
      next && { id: 'next', label: act.next, also: also.next, key: 'J', run: () => desk.go('dossier', next) },
    inDossier &&
      previous && {
        id: 'previous',
        label: act.previous,
        also: also.previous,
        key: 'K',
        run: () => desk.go('dossier', previous),
      },
    ...here(),
    inDossier && {
      id: 'history',
      label: act.history,
      also: also.history,
      run: () => desk.go('logboek', desk.number),
    },
    { id: 'add', label: act.add, also: also.add, run: () => void addEvidence() },
    workspace?.undo && {
      id: 'undo',
      label: t.shell.undo(t.shell.actOn(workspace.undo)),
      also: also.undo,
      key: 'Ctrl Z',
      run: () => void desk.undo(),
    },
    workspace?.redo && {
      id: 'redo',
      label: t.shell.redo(t.shell.actOn(workspace.redo)),
      also: also.redo,
      key: 'Ctrl Y',
      run: () => void desk.undo(true),
    },
    ...Object.entries(t.shell.rooms).map(([room, name]) => ({
      id: `go-${room}`,
      label: act.go(name),
      also: also.go,
      run: () => desk.go(room as Room),
    })),
    { id: 'help', label: t.help.title, also: also.help, key: 'F1', run: openManual },
    { id: 'light', label: act.light, also: also.theme, run: () => void desk.prefer({ theme: 'light' }) },
    { id: 'dark', label: act.dark, also: also.theme, run: () => void desk.prefer({ theme: 'dark' }) },
    { id: 'system', label: act.system, also: also.theme, run: () => void desk.prefer({ theme: 'system' }) },
    { id: 'lock', label: act.lock, also: also.lock, key: 'Ctrl L', run: () => void desk.lock() },
  ];
  return list.filter((one): one is Act => Boolean(one));
}
