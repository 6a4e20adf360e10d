import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JournalRow, SearchReply } from '../src/bindings/index.ts';
import { type Act, acts as possible } from '../src/components/search/acts.ts';
import { fitting, listed, moved, spotOf } from '../src/components/search/palette.ts';
import { nl } from '../src/i18n/nl/index.ts';
import { plainly } from '../src/lib/plain.ts';
import { everything, filterOf, missing, PAGE, rowAt } from '../src/routes/logboek/pages.ts';

const act = (id: string, label: string, also = ''): Act => ({ id, label, also, run: () => {} });
const acts = [
  act('go-kader', 'Ga naar Kader', 'kamer'),
  act('lock', 'Vergrendelen', 'slot'),
  act('add', 'Bewijs toevoegen', 'import'),
];
const reply = (students: string[], evidence: string[]): SearchReply => ({
  students: students.map((number) => ({ number, name: [], about: [] })),
  moreStudents: 0,
  evidence: evidence.map((id) => ({
    number: '1',
    name: '',
    saidIn: 'datapoint',
    id,
    source: 'werkplek',
    author: [],
    date: '2025-06-12',
    passage: [],
    cut: [false, false],
    excerpt: null,
  })),
  moreEvidence: 0,
  reading: null,
});

describe('the palette', () => {
  it('looks past case and accents', () => {
    expect(plainly('Çağlar ÉÉN')).toBe('caglar een');
  });

  it('finds acts by every word, in their label or beside it, the label first', () => {
    expect(fitting(acts, '').length).toBe(3);
    expect(fitting(acts, 'SLOT').map((one) => one.id)).toEqual(['lock']);
    expect(fitting(acts, 'kader naar').map((one) => one.id)).toEqual(['go-kader']);
    expect(
      fitting([act('a', 'Iets', 'be'), act('b', 'Anders be'), act('c', 'Bewijs')], 'be').map((one) => one.id),
    ).toEqual(['c', 'b', 'a']);
    expect(fitting(acts, 'xyz')).toEqual([]);
  });

  it('lists students, then acts, then evidence', () => {
    const items = listed(reply(['9'], ['d1', 'd2']), acts.slice(0, 1));
    expect(items.map((item) => item.id)).toEqual(['s-9', 'a-go-kader', 'e-1-datapoint-d1', 'e-1-datapoint-d2']);
    expect(listed(null, [])).toEqual([]);
  });

  it('leads to where a text stands, be it evidence, a statement or a conversation', () => {
    const [found] = reply([], ['d1']).evidence;
    if (!found) throw new Error('nothing found');
    expect(spotOf(found)).toEqual({ datapoint: 'd1', excerpt: null });
    expect(spotOf({ ...found, saidIn: 'conversation', id: 'g1' })).toEqual({ conversation: 'g1' });
    expect(spotOf({ ...found, saidIn: 'statement', id: '0' })).toEqual({ statement: found.date });
  });

  it('offers what the buttons of the room do, those that can be pressed, by other words too', () => {
    let pressed = 0;
    document.body.innerHTML = `<div id="main">
      <button data-act="whatif">Wat als… <kbd>A</kbd></button>
      <button data-act="export" disabled>Exporteer</button>
      <button data-act="freeze" aria-disabled="true">Bevriezen</button>
      <div inert><button data-act="statement">Uitspraak</button></div>
    </div>`;
    document.querySelector('button')?.addEventListener('click', () => pressed++);
    const offered = possible().filter((one) => /^(whatif|export|freeze|statement)-/.test(one.id));
    expect(offered.map((one) => [one.label, one.key])).toEqual([['Wat als…', 'A']]);
    expect(fitting(possible(), 'gewichten')[0]?.id).toBe('whatif-0');
    expect(fitting(possible(), 'handleiding').map((one) => one.id)).toEqual(['help']);
    offered[0]?.run();
    expect(pressed).toBe(1);
    document.body.innerHTML = '';
  });

  it('knows other words for every act of a room', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.svelte'));
    const said = files.flatMap((path) => [...readFileSync(`src/${path}`, 'utf8').matchAll(/data-act="(\w+)"/g)]);
    expect(said.length).toBeGreaterThan(8);
    for (const [, act] of said) expect(Object.keys(nl.zoeken.also)).toContain(act);
  });

  it('goes round with the arrows and stops at the ends with the page keys', () => {
    expect(moved('ArrowDown', 2, 3)).toBe(0);
    expect(moved('ArrowUp', 0, 3)).toBe(2);
    expect(moved('PageDown', 1, 3)).toBe(2);
    expect(moved('PageUp', 1, 3)).toBe(0);
    expect(moved('a', 1, 3)).toBeNull();
    expect(moved('ArrowDown', 0, 0)).toBeNull();
  });
});

describe('the journal in pages', () => {
  it('asks for the pages that are in sight and not there yet', () => {
    const pages = new Map<number, JournalRow[]>([[1, [{ seq: 7 } as JournalRow]]]);
    expect(missing(pages, 40, 3 * PAGE)).toEqual([0, 2, 3]);
    expect(rowAt(pages, PAGE)?.seq).toBe(7);
    expect(rowAt(pages, 0)).toBeUndefined();
  });

  it('means by a day midnight to midnight where the user is, also when the clock changes', () => {
    const { since, before } = filterOf({ ...everything, day: '2025-03-30' });
    expect(new Date(since ?? '').getHours()).toBe(0);
    expect(new Date(before ?? '').getHours()).toBe(0);
    expect(new Date(before ?? '').getDate()).toBe(31);
    expect(filterOf({ ...everything, day: '2025-0' }).since).toBeNull();
  });
});
