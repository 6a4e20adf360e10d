/** No sentence stands in a component: every word that a person reads lives in the catalogue, in both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

type Node = { type?: string; [key: string]: unknown };

const source = join(import.meta.dirname, '../src');
/** Where words belong, and what is generated. */
const elsewhere = ['i18n/', 'bindings/'];
/** Attributes that are read out or shown. */
const spoken = [
  'title',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'placeholder',
  'alt',
  'label',
  'text',
];
/** Words that make a row of words a sentence, in Dutch and in English. */
const small = new Set(
  `de het een en of van voor met is zijn niet geen dit dat deze nog naar bij op te er je uw wordt kan
   the a an and or for with are not no this that these to from your you was will has cannot please`.split(/\s+/),
);

function files(folder = ''): string[] {
  return readdirSync(join(source, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) return elsewhere.includes(`${path}/`) ? [] : files(`${path}/`);
    return /\.(svelte|ts)$/.test(path) ? [path] : [];
  });
}

/** What stands on the keys of a keyboard is the same in both languages. */
const keyName = /^\(?((Ctrl|Shift|Alt)\+)*(Esc|Enter|Tab|Ctrl|Shift|Alt|F\d+|[A-Z])\)?$/;

/** Whether a text has a word: two letters in a row, or one that is read as a word. */
const hasWord = (text: string) => !keyName.test(text.trim()) && /\p{L}{2,}/u.test(text.replace(/&\w+;/g, ''));

/** Whether a string of the code reads as a sentence rather than as a selector, a class or a path. */
function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || /[{}<>[\]=;]/.test(text)) return false;
  const plain = words.map((word) => word.toLowerCase().replace(/[.,:;!?…]+$/, ''));
  const readable = plain.filter((word) => /^\p{L}[\p{L}'’-]*$/u.test(word));
  if (readable.length < 2) return false;
  return readable.some((word) => small.has(word)) || /^\p{Lu}\p{Ll}+ .*[.!?…]$/u.test(text.trim());
}

/** Strings of a program, with what the templates in it say. */
function strings(code: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) found.push(node.text);
    else if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('x'));
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true));
  return found;
}

/** What a component says by itself: text, spoken attributes, strings. */
function said(component: string): string[] {
  const tree = parse(component, { modern: true });
  const found: string[] = [];
  const look = (node: unknown, quiet: boolean) => {
    if (Array.isArray(node)) for (const one of node) look(one, quiet);
    if (!node || typeof node !== 'object' || Array.isArray(node)) return;
    const { type, name } = node as Node;
    if (type === 'Comment' || type === 'StyleSheet') return;
    if (type === 'Text' && !quiet && hasWord(String((node as Node).data)))
      found.push(String((node as Node).data).trim());
    if (type === 'Literal' && typeof (node as Node).value === 'string' && isSentence(String((node as Node).value)))
      found.push(String((node as Node).value));
    if (type === 'TemplateLiteral') {
      const text = ((node as Node).quasis as { value: { raw: string } }[]).map((one) => one.value.raw).join('x');
      if (isSentence(text)) found.push(text);
    }
    const inside = type === 'StyleDirective' || (type === 'Attribute' && !spoken.includes(String(name))) ? true : quiet;
    for (const [key, value] of Object.entries(node)) if (key !== 'metadata' && key !== 'parent') look(value, inside);
  };
  look(tree.fragment, false);
  const script = /<script[^>]*>([\s\S]*?)<\/script>/.exec(component)?.[1] ?? '';
  return [...found, ...strings(script).filter(isSentence)];
}

describe('no sentence stands outside the catalogue', () => {
  it.each(files())('%s', (path) => {
    const text = readFileSync(join(source, path), 'utf8');
    expect(path.endsWith('.svelte') ? said(text) : strings(text).filter(isSentence)).toEqual([]);
  });

  it('finds one in markup, in an attribute and in the code', () => {
    expect(said('<p>Nog geen dossiers</p>')).toEqual(['Nog geen dossiers']);
    expect(said('<input placeholder="Zoek">')).toEqual(['Zoek']);
    expect(said('<p title={`Alles van ${' + '1} tot de rest`}></p>')).toHaveLength(1);
    expect(said("<script lang='ts'>const a = 'Er ging iets mis.';</script>")).toEqual(['Er ging iets mis.']);
  });

  it('lets selectors, classes and paths be', () => {
    expect(said('<p class="mid small of">1</p>')).toEqual([]);
    for (const one of ['.rail button', 'M0 0 a 4 4', '2025-06-13', 'btn main', 'nl-NL'])
      expect(isSentence(one)).toBe(false);
  });
});
