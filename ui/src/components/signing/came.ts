/** What came of signing, as lines to be read: what is in the folder, at which level, and why not at a higher one. */
import type { SignOutcome, SignReply } from '../../bindings/index.ts';
import { t } from '../../i18n/index.ts';
import { sentence } from '../../lib/desk.svelte.ts';

export type Line = { icon: 'ok' | 'att' | 'no'; text: string };
const order: SignOutcome[] = ['signed', 'unsigned', 'written_again', 'already_there'];

function levels({ stamps, lists }: SignReply): Line[] {
  const words = t.signing;
  const lines: Line[] = [];
  const say = (icon: Line['icon'], text: string) => lines.push({ icon, text });
  if (lists) {
    if (lists.whole > 0) say('ok', words.keptWhole(lists.whole));
    if (lists.partly > 0) say('att', words.keptPartly(lists.partly));
    if (lists.out > 0) say('att', words.keptOut(lists.out));
  } else if (stamps && stamps.stamped > 0) {
    say('ok', words.stamped(stamps.stamped));
  }
  if (stamps?.fault) say('att', words.without(stamps.without, stamps.fault));
  for (const [names, said] of [
    [lists?.noList, words.noList],
    [lists?.noCertificate, words.noCertificate],
    [lists?.unused, words.unused],
  ] as const) {
    if (names && names.length > 0) say('att', said(names.join(', ')));
  }
  return lines;
}

/** The lines, in the order they are read. */
export function came(reply: SignReply): Line[] {
  const words = t.signing;
  const of = (outcome: SignOutcome) => reply.written.filter((form) => form.outcome === outcome).length;
  const lines: Line[] = order
    .filter((outcome) => of(outcome) > 0)
    .map((outcome) => ({ icon: 'ok', text: words.outcomes[outcome](of(outcome)) }));
  lines.push(...levels(reply));
  if (reply.stopped) lines.push({ icon: 'no', text: sentence(reply.stopped) });
  if (reply.left > 0) lines.push({ icon: 'att', text: words.left(reply.left) });
  if (reply.indexFailed) lines.push({ icon: 'att', text: `${words.indexFailed} ${sentence(reply.indexFailed)}` });
  return lines;
}
