import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ConversationView, commands, type DossierReply } from '../src/bindings/index.ts';
import { desk } from '../src/lib/desk.svelte.ts';
import Conversation from '../src/routes/dossier/Conversation.svelte';
import { dropTalk, leftHalf, talkOf } from '../src/routes/dossier/talk.svelte.ts';

const known = { id: 'g1', kind: 'startgesprek', date: '2025-02-03', participants: [], questions: [], notes: '' };
const dossier = (number: string, ...conversations: object[]) =>
  ({ student: { number, name: 'Anna', mentor: '' }, conversations }) as unknown as DossierReply;
const view = (change: object = {}) => ({ ...known, ...change }) as unknown as ConversationView;
const made = vi.spyOn(commands, 'saveConversation');
vi.spyOn(commands, 'session').mockResolvedValue({ status: 'error', error: '' } as never);
const answers = (reply: DossierReply) => made.mockResolvedValue({ status: 'ok', data: reply } as never);

describe('what is typed about a conversation', () => {
  afterEach(() => void made.mockReset());

  it('of a new one waits for who comes back, and the window does not lock without a word', async () => {
    const talk = talkOf(dossier('1'), null);
    expect([leftHalf('1'), await desk.flush()]).toEqual([false, true]);
    talk.asked = 'Hoe houd ik overzicht?';
    expect([leftHalf('1'), leftHalf('2'), await desk.flush()]).toEqual([true, false, false]);
    expect(talkOf(dossier('2'), null).asked).toBe('');
    expect(talkOf(dossier('1'), null).asked).toBe('Hoe houd ik overzicht?');
    expect(made).not.toHaveBeenCalled();
    dropTalk(talk);
    expect([leftHalf('1'), await desk.flush()]).toEqual([false, true]);
  });

  it('of a new one is kept once, and what is typed meanwhile is kept with what was made', async () => {
    const talk = talkOf(dossier('3'), null);
    talk.form.notes = 'Eerst';
    talk.touch();
    expect(await talk.keep(), 'without a day').toBe(false);
    talk.form.date = '2025-02-03';
    answers(dossier('3', known));
    const [first, second] = [talk.keep(), talk.keep()];
    await Promise.resolve();
    await Promise.resolve();
    talk.form.notes = 'Eerst en later';
    talk.touch();
    expect(await first).toBe(true);
    await second;
    expect(made.mock.calls.map(([, { id, notes }]) => [id, notes])).toEqual([
      [null, 'Eerst'],
      ['g1', 'Eerst en later'],
    ]);
    expect(leftHalf('3')).toBe(false);
  });

  it('of a new one is of the one that was made once it is kept, so that nothing is made twice', async () => {
    const onmade = vi.fn();
    const view = render(Conversation, {
      dossier: { ...dossier('6'), periods: [] } as unknown as DossierReply,
      conversation: null,
      onchange: (dossier: DossierReply) => void view.rerender({ dossier }),
      onmade,
      onclose: () => undefined,
    });
    await fireEvent.input(screen.getByLabelText('Datum'), { target: { value: '2025-02-03' } });
    answers({ ...dossier('6', known), periods: [] } as unknown as DossierReply);
    await fireEvent.click(screen.getByText('Leg gesprek vast'));
    await vi.waitFor(() => expect(onmade).toHaveBeenCalledWith('g1'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText('Leg gesprek vast')).toBeNull();
    const notes = screen.getByLabelText('Aantekeningen');
    await fireEvent.input(notes, { target: { value: 'Nog iets' } });
    await fireEvent.change(notes);
    expect(made.mock.calls.map(([, { id }]) => id)).toEqual([null, 'g1']);
    cleanup();
  });

  it('of one that is kept already is kept before the window locks, with the question that is half typed', async () => {
    const talk = talkOf(dossier('4', known), view());
    talk.form.notes = 'Nog in de hand';
    talk.touch();
    talk.asked = ' Nog een vraag ';
    answers(dossier('4', known));
    expect(await desk.flush()).toBe(true);
    expect(made.mock.calls[0]?.[1]).toMatchObject({ id: 'g1', notes: 'Nog in de hand', questions: ['Nog een vraag'] });
  });

  it('stays when it could not be kept, whatever comes from elsewhere', async () => {
    const talk = talkOf(dossier('5', known), view());
    talk.form.notes = 'Blijft';
    talk.touch();
    made.mockResolvedValue({ status: 'error', error: { code: 'disk_full', value: '', place: '' } } as never);
    expect(await desk.flush()).toBe(false);
    expect(talkOf(dossier('5', known), view({ notes: 'Anders' })).form.notes).toBe('Blijft');
    answers(dossier('5', known));
    expect(await desk.flush()).toBe(true);
    expect(talkOf(dossier('5', known), view({ notes: 'Anders' })).form.notes).toBe('Anders');
  });
});
