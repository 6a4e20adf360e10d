import { fireEvent, screen } from '@testing-library/svelte';
import { flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';
import { commands, type DossierReply, type FrameworkView } from '../src/bindings/index.ts';
import Sources from '../src/routes/dossier/Sources.svelte';

const kept = {
  id: 'g1',
  kind: 'kennismaking',
  date: '2025-02-03',
  participants: [],
  questions: [],
  notes: '',
  before: [],
};
const nothing = () => undefined;
const dossier = (...conversations: object[]) =>
  ({
    student: { number: '1', name: 'Anna', mentor: '', standings: [] },
    today: '2025-02-03',
    periods: ['2024-08-26', '2025-07-11'],
    datapoints: [],
    conversations,
  }) as unknown as DossierReply;

it('a conversation is made from its first field on, and stays open under the keyboard once it is kept', async () => {
  Element.prototype.scrollIntoView = nothing;
  vi.spyOn(commands, 'session').mockResolvedValue({ status: 'error', error: '' } as never);
  vi.spyOn(commands, 'saveConversation').mockResolvedValue({ status: 'ok', data: dossier(kept) } as never);
  const props = $state({
    dossier: dossier(),
    framework: { sources: [], criteria: [], levels: [] } as unknown as FrameworkView,
    away: false,
    current: '',
    selection: null,
    hidden: false,
    onopen: nothing,
    onselect: nothing,
    onchange: (dossier: DossierReply) => {
      props.dossier = dossier;
    },
    onstandings: nothing,
    onfold: nothing,
  });
  const room = mount(Sources, { target: document.body, props });
  flushSync();
  await fireEvent.click(screen.getByText('Gesprek vastleggen'));
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Soort gesprek')));
  await fireEvent.input(screen.getByLabelText('Datum'), { target: { value: kept.date } });
  await fireEvent.click(screen.getByText('Leg gesprek vast'));
  await vi.waitFor(() => expect(document.activeElement?.matches('h3')).toBe(true));
  expect(document.activeElement?.textContent).toContain('Kennismaking, ');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.queryByText('Leg gesprek vast')).toBeNull();
  await unmount(room);
});
