/** What can be done from the palette: to add an act, add one line to `acts`. */
import { t } from '../../i18n/index.ts';
import { desk, type Room } from '../../lib/desk.svelte.ts';
import { addEvidence } from '../../lib/evidence.ts';

export type Act = {
  id: string;
  label: string;
  /** More words by which it is found. */
  also: string;
  /** The key that does the same, if there is one. */
  key?: string;
  run: () => void;
};

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
    { id: 'light', label: act.light, also: also.theme, run: () => void desk.prefer({ theme: 'light' }) },
    { id: 'dark', label: act.dark, also: also.theme, run: () => void desk.prefer({ theme: 'dark' }) },
    { id: 'system', label: act.system, also: also.theme, run: () => void desk.prefer({ theme: 'system' }) },
    { id: 'lock', label: act.lock, also: also.lock, key: 'Ctrl L', run: () => void desk.lock() },
  ];
  return list.filter((one): one is Act => Boolean(one));
}
