import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { SignAsk, SigningChoice, SignReply } from '../src/bindings/index.ts';
import Signing from '../src/components/Signing.svelte';
import Ask from '../src/components/signing/Ask.svelte';
import { came } from '../src/components/signing/came.ts';
import Lists from '../src/components/signing/Lists.svelte';
import { t } from '../src/i18n/index.ts';
import { desk } from '../src/lib/desk.svelte.ts';
import { signing } from '../src/lib/signing.svelte.ts';

afterEach(() => {
  cleanup();
  clearMocks();
});

const reply = (change: Partial<SignReply>): SignReply => ({
  written: [],
  failed: [],
  stamps: null,
  lists: null,
  stopped: null,
  cancelled: false,
  left: 0,
  index: null,
  indexFailed: null,
  ...change,
});
const told = (change: Partial<SignReply>) => came(reply(change)).map((line) => `${line.icon}: ${line.text}`);

describe('what came of signing', () => {
  it('tells stamps alone as B-T', () => {
    expect(told({ stamps: { stamped: 3, without: 0, fault: null } })).toEqual(['ok: 3 met tijdstempel (B-T)']);
  });

  it('tells per level how many, and why not higher', () => {
    const lines = told({
      stamps: { stamped: 6, without: 2, fault: 'revoked' },
      lists: {
        whole: 3,
        partly: 2,
        out: 1,
        noList: ['Wortel', 'Uitgever'],
        noCertificate: ['Klok'],
        unused: ['a.crl'],
      },
    });
    expect(lines.map((line) => line.match(/B-L?[BT]/)?.[0])).toEqual(['B-LT', 'B-T', 'B-T', 'B-B', ...Array(3)]);
    expect(lines[0]).toMatch(/^ok: 3 /);
    expect(lines[3]).toMatch(/^att: 2 zonder .* intrekkingslijst/);
    expect(lines.slice(4).join(' ')).toMatch(/Wortel, Uitgever.*Klok.*a\.crl/);
  });
});

describe('revocation lists', () => {
  it('are added once each, named without their folder, and left out again', async () => {
    let kept: string[] = [];
    const onchange = (lists: string[]) => {
      kept = lists;
    };
    mockIPC((command) => (command === 'choose' ? ['/map/a.crl', 'C:\\map\\b.pem'] : null));
    const { rerender } = render(Lists, { lists: ['/map/a.crl'], onchange });
    await fireEvent.click(screen.getByText('Kies lijsten'));
    await waitFor(() => expect(kept).toEqual(['/map/a.crl', 'C:\\map\\b.pem']));
    await rerender({ lists: kept });
    expect(screen.getByTitle('C:\\map\\b.pem').textContent).toBe('b.pem');
    await fireEvent.click(screen.getByText('Laat a.crl weg'));
    expect(kept).toEqual(['C:\\map\\b.pem']);
    expect(document.activeElement?.textContent).toBe('Kies lijsten');
  });

  it('go with the stamp, and what is wrong with one shows beside them', async () => {
    const choice: SigningChoice = {
      key: { kind: 'own' },
      service: 'https://tijd.example',
      lists: ['/map/oud.crl'],
      pattern: '{nummer}_{gelegenheid}.pdf',
      language: 'nl',
    };
    const asked: SignAsk[] = [];
    mockIPC((command, payload) => {
      if (command === 'signing_choice') return choice;
      if (command === 'name_by') return 'x.pdf';
      if (command === 'forms_folder') return '/map';
      if (command !== 'sign') return null;
      asked.push((payload as { ask: SignAsk }).ask);
      throw { code: 'list_outdated', kind: 'user', place: 'oud.crl', value: '2025-07-01' };
    });
    void signing.open([{ number: '1', name: 'E. Proef' }]);
    render(Ask, { forms: [{ number: '1', name: 'E. Proef' }], task: 'first' });
    const box = await screen.findByRole('checkbox');
    const form = document.querySelector('form') as HTMLFormElement;
    await fireEvent.submit(form);
    const beside = await screen.findByText(/gold tot 1 jul 2025/);
    expect(beside.closest('.lists')).not.toBeNull();
    expect(beside.textContent).toContain('oud.crl');
    await fireEvent.click(box);
    expect(screen.queryByText('Intrekkingslijsten')).toBeNull();
    await fireEvent.submit(form);
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked.map((one) => [one.choice.service, one.choice.lists])).toEqual([
      ['https://tijd.example', ['/map/oud.crl']],
      ['', []],
    ]);
  });
});

describe('the dialog that signs', () => {
  const choice: SigningChoice = {
    key: { kind: 'file', path: '/map/sleutel.p12' },
    service: '',
    lists: [],
    pattern: '{nummer}.pdf',
    language: 'nl',
  };
  const leave = () => fireEvent.keyDown(document.body, { key: 'Escape' });
  const there = () => screen.queryByRole('dialog') !== null;
  /** Opens it; `sign` answers what the program says of signing. */
  async function opened(sign: () => unknown) {
    mockIPC((command) => {
      if (command === 'signing_choice') return choice;
      if (command === 'name_by') return 'x.pdf';
      if (command === 'forms_folder') return '/map';
      if (command === 'choose') throw { code: 'disk_full', kind: 'system', place: '', value: '' };
      return command === 'sign' ? sign() : null;
    });
    void signing.open([{ number: '1', name: 'E. Proef' }]);
    render(Signing);
    return screen.findByLabelText(t.signing.passphrase);
  }
  afterEach(() => {
    signing.close();
    desk.toasts = [];
  });

  it('closes at once while nothing was given in it, and keeps what was typed from a stray press', async () => {
    await opened(() => null);
    await leave();
    await waitFor(() => expect(there()).toBe(false));
    void signing.open([{ number: '1', name: 'E. Proef' }]);
    const secret = await screen.findByLabelText(t.signing.passphrase);
    await fireEvent.input(secret, { target: { value: 'een zin' } });
    await leave();
    expect(screen.getByText(t.shell.unkept)).toBeDefined();
    expect(there()).toBe(true);
    expect(await desk.flush()).toBe(false);
  });

  it('says inside it what goes wrong', async () => {
    await opened(() => null);
    await fireEvent.click(screen.getByText(t.signing.otherFolder));
    await waitFor(() => expect(document.querySelector('[role="dialog"] .dialog-problem[role="alert"]')).not.toBeNull());
  });

  it('does not close while it signs; then what came of it is read, and closed by one key', async () => {
    let finish: (came: SignReply) => void = () => undefined;
    await opened(() => new Promise<SignReply>((done) => (finish = done)));
    await fireEvent.submit(document.querySelector('form') as HTMLFormElement);
    await waitFor(() => expect(document.querySelector('[data-signing=busy]')).not.toBeNull());
    expect(screen.queryByText(t.shell.cancel)).toBeNull();
    await leave();
    expect(await desk.flush()).toBe(false);
    finish(reply({}));
    await waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe(t.shell.close));
    expect(await desk.flush()).toBe(true);
    await leave();
    await waitFor(() => expect(there()).toBe(false));
  });
});
