import { flushSync, mount, unmount } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { DraftView, FrameworkView } from '../src/bindings/index.ts';
import { t } from '../src/i18n/index.ts';
import Confirm from '../src/routes/dossier/oordeel/Confirm.svelte';

const draft: DraftView = {
  outcome: 'aangetoond',
  rationale: '',
  criteria: [],
  answers: [],
  saturation: null,
  feedforward: '',
  deviations: [],
};

/** Asks whether to establish; answers the dialog and the reasons that were handed on. */
function asked(frozen: string | null, weightsReason: string) {
  const said: string[] = [];
  const framework = { frozen, weightsReason } as unknown as FrameworkView;
  const props = { open: true, draft, deviations: 0, framework, onconfirm: (reason: string) => void said.push(reason) };
  const shown = mount(Confirm, { target: document.body, props });
  flushSync();
  const button = document.querySelector<HTMLButtonElement>('.btn.main');
  const field = document.querySelector<HTMLTextAreaElement>('#weights-why');
  return { said, button, field, close: () => unmount(shown) };
}

describe('establishing the first judgement', () => {
  it('asks why the weights are so where nobody has said it', async () => {
    const { said, button, field, close } = asked(null, '');
    expect(button?.disabled).toBe(true);
    if (field) field.value = ' Zo afgesproken. ';
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    button?.click();
    expect(said).toEqual(['Zo afgesproken.']);
    await close();
  });

  it('asks nothing where a reason stands, or the weights are frozen', async () => {
    for (const [frozen, reason] of [
      [null, 'Zo besproken.'],
      ['2025-06-12', ''],
    ] as const) {
      const { button, field, close } = asked(frozen, reason);
      expect([button?.disabled, field]).toEqual([false, null]);
      await close();
    }
  });

  it('counts answers as they were written, however many sources each is about', async () => {
    const answer = (criterion: string, b: string, answer: string) => ({ criterion, a: 'student', b, answer });
    draft.answers = [
      answer('K1', 'werkplek', 'Later gezien.'),
      answer('K1', 'drama', 'Later gezien.'),
      answer('K2', 'drama', 'Later gezien.'),
      answer('K3', 'drama', ' '),
    ];
    const { close } = asked('2025-06-12', '');
    expect(document.querySelector('.fix')?.textContent).toContain(t.dossier.judgement.fixAnswers(2));
    await close();
  });
});
