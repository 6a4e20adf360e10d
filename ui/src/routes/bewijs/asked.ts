/** What the user says of files before they come in: which columns mean what, whose a row is. Draws nothing. */
import type {
  FilePreview,
  FileRequest,
  ImportPreview,
  MappingView,
  PendingRow,
  RowDecisionView,
  RowLine,
  WaitingFile,
} from '../../bindings/index.ts';
import type { Amounts } from '../../i18n/nl/bewijs.ts';

export const nothing: MappingView = {
  source: null,
  moment: null,
  author_name: null,
  role_name: null,
  on: null,
  comments: null,
  number: null,
  student: null,
  email: null,
  sources: null,
  author: null,
  role: null,
  moments: null,
  date: null,
  quadrant: null,
  established: null,
  id: null,
  title: null,
  text: null,
  criteria: null,
  levels: {},
  rows: [],
};

/** Fields of a mapping that name one column. */
export const columns = [
  'number',
  'student',
  'email',
  'author',
  'role',
  'date',
  'moments',
  'sources',
  'quadrant',
  'established',
  'title',
  'id',
] as const;
export type Column = (typeof columns)[number];

/** Kinds of one text: what is said of them holds for the whole. */
export const texts = ['document', 'pdf', 'mail', 'text', 'picture'];

export function fromPaths(paths: string[]): FileRequest[] {
  return paths.map((path) => ({ incoming: { path }, kind: null, mapping: null }));
}

export function fromWaiting(files: WaitingFile[]): FileRequest[] {
  return files.map((file) => ({ incoming: { kept: file.hash }, kind: file.kind, mapping: file.mapping }));
}

/** Something pasted: rows of a spreadsheet stay a table, the rest is text about the student who is open. */
export function fromPaste(
  html: string,
  plain: string,
  name: (ending: string) => string,
  number: string,
): FileRequest | null {
  const lines = plain.trim().split('\n');
  const table = lines.length > 1 && lines.every((line) => line.includes('\t'));
  if (table && !number) return { incoming: { pasted: { name: name('tsv'), text: plain } }, kind: null, mapping: null };
  const rich = html.trim() !== '';
  if (!rich && plain.trim() === '') return null;
  const pasted = rich ? { name: name('html'), text: html } : { name: name('txt'), text: plain };
  const mapping = number ? { ...nothing, rows: [{ sheet: null, row: 1, decide: 'student', value: number }] } : null;
  return { incoming: { pasted }, kind: null, mapping };
}

/** The paths of files on the clipboard of a file manager. */
export function pathsOf(uris: string): string[] {
  const files = uris.split(/\r?\n/).filter((line) => line.startsWith('file://'));
  return files.map((uri) => decodeURIComponent(uri.slice('file://'.length)));
}

/** The request with one thing said of the file as a whole, or of a column. */
export function said(request: FileRequest, change: Partial<MappingView>): FileRequest {
  return { ...request, mapping: { ...(request.mapping ?? nothing), ...change } };
}

/** The request with the column of a field chosen; an empty heading says that there is none. */
export function withColumn(request: FileRequest, field: Column, heading: string): FileRequest {
  return said(request, { [field]: heading });
}

/** The request with the columns of a criterion chosen, beginning from what was guessed. */
export function withCriterion(
  request: FileRequest,
  preview: FilePreview,
  criterion: string,
  level: string,
  text: string,
): FileRequest {
  const before = request.mapping?.criteria ?? preview.guess?.mapping.criteria ?? {};
  const { [criterion]: _, ...others } = before;
  const criteria = level ? { ...others, [criterion]: { level, text: text || null } } : others;
  return said(request, { criteria });
}

/** The request with a column of open text added or taken off, beginning from what was guessed. */
export function withText(request: FileRequest, preview: FilePreview, heading: string, on: boolean): FileRequest {
  const before = request.mapping?.text ?? preview.guess?.mapping.text ?? [];
  const others = before.filter((one) => one.toLowerCase() !== heading.toLowerCase());
  return said(request, { text: on ? [...others, heading] : others });
}

/** The request with a meaning for a word. */
export function withLevel(request: FileRequest, word: string, level: number | null): FileRequest {
  return said(request, { levels: { ...(request.mapping?.levels ?? {}), [word]: level } });
}

const here = (sheet: string | null, row: number) => (one: RowDecisionView) => one.row === row && one.sheet === sheet;

/** The request with a decision about a row; none takes the decision back. */
export function decided(
  request: FileRequest,
  sheet: string | null,
  row: number,
  decide: string,
  value?: string,
): FileRequest {
  const others = (request.mapping?.rows ?? []).filter((one) => !here(sheet, row)(one));
  const decision = value === undefined ? { sheet, row, decide } : { sheet, row, decide, value };
  return said(request, { rows: decide ? [...others, decision] : others });
}

/** What was decided about a row. */
export function decisionOn(request: FileRequest | undefined, sheet: string | null, row: number): string {
  return request?.mapping?.rows.find(here(sheet, row))?.decide ?? '';
}

/** What is said of one document, said of all of them; whose each is stays its own. */
export function forAll(requests: FileRequest[], preview: ImportPreview, from: FileRequest): FileRequest[] {
  const { source, moment, author_name, role_name, on } = from.mapping ?? nothing;
  return requests.map((request, at) => {
    const kind = preview.files[at]?.report.kind ?? '';
    return texts.includes(kind) ? said(request, { source, moment, author_name, role_name, on }) : request;
  });
}

/** The student number in what was typed: a number, or a name with its number behind it. */
export function numberIn(typed: string): string {
  return /(\d{4,})\)?\s*$/.exec(typed.trim())?.[1] ?? '';
}

/** How many files would come in, what they add and change, and how many rows wait. */
export function totals({ files }: ImportPreview): {
  files: number;
  added: Amounts;
  updated: Amounts;
  waiting: number;
} {
  const incoming = files.filter(({ report }) => report.outcome === 'imported');
  const sum = (of: 'students' | 'datapoints', how: 'added' | 'updated') =>
    incoming.reduce((all, { report }) => all + report[of][how], 0);
  const amounts = (how: 'added' | 'updated') => ({ students: sum('students', how), points: sum('datapoints', how) });
  const waiting = files.reduce((all, { report }) => all + report.pending.length, 0);
  return { files: incoming.length, added: amounts('added'), updated: amounts('updated'), waiting };
}

/** Whether a row waits for somebody to say whose it is. */
export function asksWho(row: PendingRow): boolean {
  return row.reason === 'unknown_number' || row.reason === 'ambiguous_student';
}

/** What the author of a row that may be a double wrote before it about the same student, as far as it is listed. */
export function earlier(rows: RowLine[], row: PendingRow): RowLine[] {
  const [number] = row.candidates;
  if (row.reason !== 'likely_double' || !number) return [];
  const author = row.value.toLowerCase();
  const about = ({ who }: RowLine) => who === number || who.endsWith(`(${number})`);
  const parts = ({ becomes, words }: RowLine) => (becomes || words).toLowerCase().split(' · ');
  return rows.filter(
    (one) => one.sheet === row.sheet && one.row < row.row && about(one) && parts(one).includes(author),
  );
}
