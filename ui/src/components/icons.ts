/** The icons of the interface, from one kept set (Lucide); only those named here are shipped. Shapes of sources, stances and the norm are our own. */
import logboek from 'lucide-static/icons/book-open-text.svg?raw';
import ok from 'lucide-static/icons/check.svg?raw';
import down from 'lucide-static/icons/chevron-down.svg?raw';
import back from 'lucide-static/icons/chevron-left.svg?raw';
import forth from 'lucide-static/icons/chevron-right.svg?raw';
import up from 'lucide-static/icons/chevron-up.svg?raw';
import open from 'lucide-static/icons/circle.svg?raw';
import att from 'lucide-static/icons/circle-alert.svg?raw';
import help from 'lucide-static/icons/circle-question-mark.svg?raw';
import neq from 'lucide-static/icons/equal-not.svg?raw';
import formulieren from 'lucide-static/icons/file-text.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import kader from 'lucide-static/icons/scale.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import controle from 'lucide-static/icons/shield-check.svg?raw';
import instellingen from 'lucide-static/icons/sliders-horizontal.svg?raw';
import dossiers from 'lucide-static/icons/table-properties.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import no from 'lucide-static/icons/x.svg?raw';

/** Only the drawing of an icon, without the picture around it. */
const drawing = (picture: string) =>
  picture.slice(picture.indexOf('>', picture.indexOf('<svg')) + 1, picture.lastIndexOf('</svg>'));

const pictures = {
  att,
  back,
  controle,
  dossiers,
  down,
  formulieren,
  forth,
  help,
  instellingen,
  kader,
  lock,
  logboek,
  minus,
  neq,
  no,
  ok,
  open,
  plus,
  redo,
  search,
  undo,
  up,
};

/** Each icon by its name, as the inside of a symbol on a grid of 24. */
export const icons: [name: string, drawing: string][] = Object.entries(pictures).map(([name, picture]) => [
  name,
  drawing(picture),
]);
