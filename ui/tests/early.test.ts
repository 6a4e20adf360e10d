import { afterEach, expect, test } from 'vitest';
import { catchUp } from '../src/lib/early.ts';

afterEach(() => {
  document.body.replaceChildren();
});

/** As the page keeps it. */
function keep(kind: string, target: EventTarget) {
  const event = new Event(kind);
  Object.defineProperty(event, 'target', { value: target });
  window.early?.push(event);
}

test('what was done before the script ran is done once more, in its order', () => {
  document.body.innerHTML = '<button type="button">Controleer</button><form><input><button>Open</button></form>';
  const done: string[] = [];
  const [check, send] = document.querySelectorAll('button');
  const form = document.querySelector('form');
  if (!check || !send || !form) throw new Error('the page is not there');
  check.addEventListener('click', () => done.push('check'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    done.push('open');
  });
  window.early = [];
  keep('click', check);
  keep('click', send);
  keep('submit', form);
  catchUp();
  expect(done).toEqual(['check', 'open', 'open']);
  expect(window.early).toBeUndefined();
  catchUp();
  expect(done).toHaveLength(3);
});
