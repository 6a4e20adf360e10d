/** The manual inside the window, in English. */
import type { Words } from '../index.ts';

const pages: Words['help']['pages'] = {
  openen: {
    title: 'Opening',
    what: 'A workspace is encrypted. It opens only with the passphrase or the recovery key. Everything stays on this computer.',
    how: [
      'Choose a workspace on the left and type the passphrase.',
      'Passphrase lost? Use the recovery key and set a new passphrase.',
      'After five wrong tries the wait grows. That keeps guessing out.',
      'Try everything on the example: its students are invented.',
    ],
    keys: [['Enter', 'open']],
  },
  dossiers: {
    title: 'Dossiers',
    what: 'One line for each student: which sources there are, what the picture is, and what comes next.',
    how: [
      'A filled chip is a source with evidence, a hollow one with a number waits to be established with the student, a hollow one without is still missing, a dash is absent by design.',
      'Drop a student list or evidence on the window to add it; nothing comes in before you have seen it.',
      'Tick dossiers to sign them together.',
      'Export writes an overview, or the results for Brightspace or in your own file of OSIRIS. You first see what is filled in and what stays empty.',
    ],
    keys: [
      ['↑ ↓, j/k', 'to another dossier'],
      ['PageUp PageDown', 'a screen on or back'],
      ['Home End', 'to the first or last dossier'],
      ['Enter', 'open the dossier'],
      ['x, space', 'tick the dossier'],
      ['Shift+↑ ↓', 'tick a range of dossiers'],
      ['Ctrl+A', 'tick all dossiers in sight'],
      ['/', 'search in the table'],
      ['Escape', 'clear filters and ticks'],
      ['Tab', 'to the column heads: Enter orders by one, again turns it round'],
    ],
  },
  dossier: {
    title: 'Weighing a dossier',
    what: 'On the left what others saw, in the middle how it weighs, on the right your judgement. The program computes; you judge.',
    how: [
      'Mark a passage and choose a criterion and a level. That is an indication, and the weighing follows at once.',
      'The band beside a criterion shows every permitted weighting. If it lies wholly on one side of the norm line, the picture does not depend on the weighting.',
      'Discrepancies between sources stand in the row. Answer them in your rationale; a source never silently counts for less.',
      'What if… tries other weights. Nothing of it is kept.',
      'The list below the judgement names what is still needed to establish it. Each line takes you to the spot.',
    ],
    keys: [
      ['1 2 3', 'to sources, weighing or judgement'],
      ['←→, ↑↓', 'in the text: mark the next word or sentence'],
      ['Shift+arrow', 'in the text: make the passage longer or shorter'],
      ['[ ]', 'in the text: previous or next indication'],
      ['1–9', 'criterion of the marked passage'],
      ['q … r', 'level of the marked passage'],
      ['x', 'marked passage: not observed'],
      ['Backspace', 'remove the chosen indication'],
      ['+', 'another indication on the same passage'],
      ['c', 'cite the passage in the rationale'],
      ['a', 'what if…'],
      ['j k', 'next or previous dossier, in the order of the table'],
      ['Escape', 'one step back'],
    ],
  },
  kader: {
    title: 'Framework',
    what: 'The criteria, the sources with their weights and bounds, and the possible outcomes that the partnership works with.',
    how: [
      'Every change is a new version; an established judgement keeps the version it rests on.',
      'The weights add up to 100 and stay within their bounds. Write down why.',
      'Freezing fixes the framework for this cohort. Do so before period 4 begins.',
      'Versions lists earlier versions and earlier weightings, with their reasons, to read and to hold side by side.',
    ],
    keys: [['Alt+↑ ↓', 'criterion up or down']],
  },
  formulieren: {
    title: 'Forms',
    what: 'The form of each established judgement: the real PDF, signed or still to sign.',
    how: [
      'Choose a form to look at it and sign it: with the certificate of the workspace, a key file or a card.',
      'A second reader or the student then puts the second signature, or another program does on a form with empty fields.',
      'A revised judgement replaces its form; the old one can still be seen.',
    ],
    keys: [
      ['↑ ↓, j/k', 'to another form'],
      ['/', 'search by name or number'],
      ['Ctrl+= Ctrl+-', 'page larger or smaller'],
      ['Ctrl+0', 'page width'],
      ['← →', 'in the pages: previous or next'],
    ],
  },
  controle: {
    title: 'Verify',
    what: 'Check whether a form is genuine, also when it comes from another school.',
    how: [
      'Drop a PDF on the window or choose a file.',
      'One sentence comes first, the reasons below it: who signed, when, and whether anything changed since.',
      'Does a partnership issue certificates itself? Add the certificate of the issuer as a file, after you compared its fingerprint; then all its signers are known.',
      'What you checked stays as long as the workspace is open.',
    ],
    keys: [
      ['Ctrl+= Ctrl+-', 'page larger or smaller'],
      ['Ctrl+0', 'page width'],
      ['← →', 'in the pages: previous or next'],
    ],
  },
  logboek: {
    title: 'Journal',
    what: 'Who did what, when and why. Each line is chained to the one before; a line that somebody changes shows.',
    how: ['Search for a student number to see the history of one dossier.'],
    keys: [
      ['↑ ↓', 'to another line'],
      ['PageUp PageDown', 'a screen on or back'],
      ['Home End', 'to the newest or oldest line'],
    ],
  },
  instellingen: {
    title: 'Settings',
    what: 'How the window looks and speaks, when it locks, who may judge, and where backups go.',
    how: [
      'Language and theme change at once, without a restart.',
      'Switch single-letter keys off if you use speech or often touch a key by accident.',
    ],
    keys: [],
  },
  bewijs: {
    title: 'Adding evidence',
    what: 'Student lists, tables, mail, reports and photos come in as evidence. Nothing happens before you have seen it.',
    how: [
      'Drop files on the window, paste text, or choose them with Add evidence.',
      'For each file you see what comes in and what was there already. Point out columns, source, moment and student where needed.',
      'A line that does not come out by itself waits for you: mend it here, or add the rest and do that later.',
      'What you add is one act and can be undone at once.',
    ],
    keys: [
      ['Ctrl+V', 'paste text or files'],
      ['Escape', 'close without adding'],
    ],
  },
  ondertekenen: {
    title: 'Signing',
    what: 'A form gets a signature that shows whose it is and whether anything changed since.',
    how: [
      'Sign with the certificate of the workspace, a key file or a card. Its code or passphrase is not kept.',
      'Several forms at once will do too: you see how far it is, and after Stop what was signed stays.',
      'A time stamp proves when it was signed. That takes the service you chose in Settings; when it fails, it says why.',
    ],
    keys: [
      ['Enter', 'sign'],
      ['Escape', 'close without signing'],
    ],
  },
  uitvoer: {
    title: 'Exporting',
    what: 'Writes an overview in Excel, or the results for Brightspace or OSIRIS.',
    how: [
      'You first see for each student what is filled in, what is there already and what stays empty.',
      'Only established judgements that hold now go along; statement and rationale never do.',
      'In a file of your own from Brightspace or OSIRIS everything else stays as it was.',
    ],
    keys: [['Escape', 'close without writing']],
  },
  zoeken: {
    title: 'Searching',
    what: 'One place to find a student, a passage or an act.',
    how: [
      'Type a part of a name, number, school or subject; words from evidence, statement or learning question; or what you want to do.',
      'Accents and capitals make no difference. More words make the list shorter.',
      'A passage opens the dossier at the place where it stands.',
    ],
    keys: [
      ['↑ ↓', 'through the list'],
      ['PageUp PageDown', 'eight lines on or back'],
      ['Enter', 'open or do'],
      ['Escape', 'close'],
    ],
  },
};

export const help: Words['help'] = {
  title: 'Help',
  open: 'Help (F1)',
  find: 'Search the help',
  topics: 'Topics',
  none: 'There is no topic with this word.',
  how: 'How it goes',
  keys: 'Keys',
  key: 'Key',
  does: 'What it does',
  everywhere: [
    ['F1', 'this help'],
    ['Ctrl+K', 'search'],
    ['Ctrl+Z', 'undo'],
    ['Ctrl+Shift+Z', 'redo'],
    ['Ctrl+L', 'lock'],
    ['Ctrl+plus Ctrl+minus', 'everything larger, smaller'],
    ['Ctrl+0', 'the usual size'],
  ],
  everywhereTitle: 'Everywhere',
  pages,
};
