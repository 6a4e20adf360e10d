import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { commands, type DossierReply } from '../src/bindings/index.ts';
import { t } from '../src/i18n/index.ts';
import Standings from '../src/routes/dossier/Standings.svelte';

const dossier = (first: string) =>
  ({
    student: {
      number: '1',
      standings: [
        { luk: 'a', status: first, date: null },
        { luk: 'b', status: '', date: null },
      ],
    },
  }) as unknown as DossierReply;
const failed = { status: 'error', error: { code: 'disk_full', value: '', place: '' } } as never;
vi.spyOn(commands, 'session').mockResolvedValue({ status: 'ok', data: null } as never);

describe('the standings of a student', () => {
  afterEach(cleanup);

  it('hold what was typed when only the first of them could be saved', async () => {
    const saved = vi.spyOn(commands, 'saveStanding');
    saved.mockResolvedValueOnce({ status: 'ok', data: dossier('aangetoond') } as never).mockResolvedValueOnce(failed);
    const { rerender } = render(Standings, {
      props: { open: true, dossier: dossier(''), onchange: (next) => void rerender({ dossier: next }) },
    });
    const field = (luk: string) => document.querySelector(`[data-luk=${luk}]`) as HTMLInputElement;
    await fireEvent.input(field('a'), { target: { value: 'aangetoond' } });
    await fireEvent.input(field('b'), { target: { value: 'loopt' } });
    await fireEvent.click(screen.getByText(t.dossier.standing.save));
    await screen.findByRole('alert');
    expect(saved).toHaveBeenCalledTimes(2);
    expect([field('a').value, field('b').value]).toEqual(['aangetoond', 'loopt']);
  });
});
