import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdFocus, toHeading } from '../src/lib/focus.ts';

const at = (css: string) => document.querySelector<HTMLElement>(css) as HTMLElement;
/** Observers hear of a change after it. */
const told = () => Promise.resolve();

describe('the focus, when what has it is gone', () => {
  beforeAll(holdFocus);
  afterAll(() => at(':focus')?.blur());
  beforeEach(() => {
    document.body.innerHTML = `
      <main>
        <h1>Kamer</h1>
        <section><h2>Lijst</h2>
          <ul><li><button id="a">a</button></li><li><button id="b">b</button></li><li><button id="c">c</button></li></ul>
          <div class="acts"><span><button id="act">doe</button></span></div>
        </section>
      </main>
      <header><span><button id="undo">terug</button><button id="redo">opnieuw</button></span></header>
      <div id="dialog"><button id="cancel">sluit</button></div>`;
  });

  it('goes to the next of its kind, else to the one before', async () => {
    at('#b').focus();
    at('li:nth-child(2)').remove();
    await told();
    expect(document.activeElement?.id).toBe('c');
    at('li:nth-child(2)').remove();
    await told();
    expect(document.activeElement?.id).toBe('a');
    at('#undo').focus();
    at('#undo').remove();
    await told();
    expect(document.activeElement?.id).toBe('redo');
  });

  it('goes to the nearest heading, and where there is none around it to that of the room', async () => {
    at('#act').focus();
    at('.acts').remove();
    await told();
    expect(document.activeElement?.textContent).toBe('Lijst');
    at('#cancel').focus();
    at('#dialog').remove();
    await told();
    expect(document.activeElement?.textContent).toBe('Kamer');
  });

  it('stays where somebody put it meanwhile, and nowhere when it was let go of', async () => {
    at('#act').focus();
    at('.acts').remove();
    at('#a').focus();
    await told();
    expect(document.activeElement?.id).toBe('a');
    at('#a').blur();
    await told();
    at('ul').remove();
    await told();
    expect(document.activeElement).toBe(document.body);
  });

  it('is left to the next room with the room that is gone', async () => {
    document.querySelector('main')?.insertAdjacentHTML('afterend', '<main inert><h1>Straks</h1></main>');
    at('#act').focus();
    at('main').remove();
    await told();
    expect(document.activeElement).toBe(document.body);
  });

  it('is led out of a field to the heading of its place', () => {
    at('#a').focus();
    toHeading(at('section'));
    expect(document.activeElement?.textContent).toBe('Lijst');
    toHeading(null);
    expect(document.activeElement?.textContent).toBe('Lijst');
  });
});
