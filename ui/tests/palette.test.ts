import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { FrameworkView, SearchReply } from '../src/bindings/index.ts';
import Palette from '../src/components/search/Palette.svelte';
import Toasts from '../src/components/Toasts.svelte';
import { desk } from '../src/lib/desk.svelte.ts';

const framework = { sources: [], criteria: [] } as unknown as FrameworkView;
const nothing: SearchReply = { students: [], moreStudents: 0, evidence: [], moreEvidence: 0, reading: null };

describe('the palette while reading fails', () => {
  afterEach(() => {
    cleanup();
    clearMocks();
    desk.toasts = [];
  });

  it('says so inside it, until something else is typed', async () => {
    let works = false;
    mockIPC(() => {
      if (works) return nothing;
      throw { code: 'disk_full', kind: 'system', place: '', value: '' };
    });
    render(Toasts);
    render(Palette, { open: true, framework });
    const said = () => document.querySelector('[role="dialog"] .dialog-problem[role="alert"]');
    await waitFor(() => expect(said()).not.toBeNull());
    expect(document.querySelector('.toast')).toBeNull();
    works = true;
    const box = screen.getByRole('combobox');
    await fireEvent.input(box, { target: { value: 'ri' } });
    await waitFor(() => expect(said()).toBeNull());
  });
});
