import { describe, expect, it } from 'vitest';
import { inText, plain } from '../src/lib/keys.ts';

/** A key pressed in an element. */
function pressed(element: HTMLElement, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  document.body.append(element);
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...more });
  element.dispatchEvent(event);
  return event;
}

function field(type: string): HTMLInputElement {
  return Object.assign(document.createElement('input'), { type });
}

describe('keys', () => {
  it('leaves undo to the window where nothing is written', () => {
    const chosen = [...['radio', 'checkbox', 'range'].map(field), document.createElement('select')];
    for (const element of chosen) expect(inText(pressed(element, 'z', { ctrlKey: true }))).toBeFalsy();
    const written = [...['text', 'search', 'number', 'date'].map(field), document.createElement('textarea')];
    for (const element of written) expect(inText(pressed(element, 'z', { ctrlKey: true }))).toBe(true);
  });

  it('takes letters for the room after a choice, and leaves the keys that choose', () => {
    expect(plain(pressed(field('radio'), 'j'))).toBe(true);
    expect(plain(pressed(field('radio'), 'ArrowDown'))).toBe(false);
    expect(plain(pressed(field('range'), 'End'))).toBe(false);
    expect(plain(pressed(field('checkbox'), 'ArrowDown'))).toBe(true);
    expect(plain(pressed(document.createElement('select'), 'j'))).toBe(false);
    expect(plain(pressed(document.createElement('select'), 'Escape'))).toBe(true);
    expect(plain(pressed(field('text'), 'j'))).toBe(false);
    expect(plain(pressed(document.createElement('div'), 'j', { altKey: true }))).toBe(false);
  });
});
