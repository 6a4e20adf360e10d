/** *Bewijs toevoegen*: what is in sight of a file that comes in. */
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeskRow, FilePreview, FileReport, FrameworkView, MappingView, RowLine } from '../src/bindings/index.ts';
import { fromPaths, nothing } from '../src/routes/bewijs/asked.ts';
import File from '../src/routes/bewijs/File.svelte';

const counts = { added: 0, updated: 0, unchanged: 0 };
const framework = { sources: [], criteria: [], levels: [] } as unknown as FrameworkView;
const broken = 'Het bestand is beschadigd.';
const finding = (severity: string, message: string) => ({
  code: '',
  severity,
  sheet: null,
  row: null,
  column: null,
  message,
});

function show(change: Partial<FileReport>, rows: RowLine[] = [], mapping: MappingView | null = null) {
  const report: FileReport = {
    file: 'brief.docx',
    kind: 'document',
    outcome: 'imported',
    students: counts,
    datapoints: counts,
    indications: 0,
    pending: [],
    findings: [],
    ...change,
  };
  const guess = mapping && { headings: [], sample: [], mapping, words: [], remembered: false };
  const file: FilePreview = { report, rows, more: 0, guess };
  const requests = fromPaths(['/brief.docx']);
  const students = [{ number: '9902084', name: 'Iris Voorbeeld' } as DeskRow];
  const request = requests[0] as (typeof requests)[number];
  const props = { framework, students, requests, preview: { files: [file] }, file, request, at: 0 };
  render(File, { ...props, onchange: () => undefined });
}
const tabs = () => screen.queryAllByRole('tab').map((one) => one.textContent?.trim());

describe('a file that comes in', () => {
  afterEach(cleanup);

  it('and cannot be read says so at once, and asks nothing', () => {
    show({ outcome: 'refused', findings: [finding('error', broken)] });
    expect(screen.getByRole('tabpanel').textContent).toContain(broken);
    expect(screen.queryAllByRole('combobox')).toEqual([]);
    expect(screen.queryAllByRole('textbox')).toEqual([]);
  });

  it('and is refused while its columns can be told says why first', () => {
    show({ outcome: 'refused', kind: 'table', findings: [finding('error', broken)] }, [], nothing);
    expect(tabs()).toEqual(['Bevindingen', 'Kolommen']);
    expect(screen.getByRole('tabpanel').textContent).toContain(broken);
  });

  it('with mere warnings opens on what it is about', () => {
    show({ findings: [finding('warning', 'Een plaatje is overgeslagen.')] });
    expect(tabs()).toEqual(['Over dit bestand', 'Bevindingen']);
    expect(screen.getByRole('tabpanel').getAttribute('aria-label')).toBe('Over dit bestand');
  });

  it('with a doubled author shows whom it is about and what was written first', () => {
    const first: RowLine = {
      sheet: null,
      row: 4,
      outcome: 'new',
      who: 'Iris Voorbeeld (9902084)',
      words: '03-06-2025 · A. Uteur · Rustig voor de klas',
      becomes: '',
    };
    const waits = { sheet: null, row: 11, reason: 'likely_double', candidates: ['9902084'], value: 'A. Uteur' };
    show({ kind: 'forms', pending: [waits] }, [first], nothing);
    const said = screen.getByRole('tabpanel').textContent ?? '';
    expect(said).toContain('Iris Voorbeeld (9902084)');
    expect(said).toContain('Eerder, rij 4: 03-06-2025 · A. Uteur · Rustig voor de klas');
  });
});
