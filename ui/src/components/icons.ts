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

/** Each shape of the set as a path. */
const shapes: Record<string, (of: (name: string) => number, d: string) => string> = {
  // A relative beginning counts from the origin, also behind another path.
  path: (_, d) => (d.startsWith('m') ? `M0 0${d}` : d),
  line: (of) => `M${of('x1')} ${of('y1')}L${of('x2')} ${of('y2')}`,
  circle: (of) => round(of('cx') - of('r'), of('cy') - of('r'), 2 * of('r'), 2 * of('r'), of('r')),
  rect: (of) => round(of('x'), of('y'), of('width'), of('height'), of('rx')),
};

function round(x: number, y: number, width: number, height: number, r: number): string {
  const [across, down] = [width - 2 * r, height - 2 * r];
  const corner = (to: string) => `a${r} ${r} 0 0 1 ${to}`;
  return `M${x + r} ${y}h${across}${corner(`${r} ${r}`)}v${down}${corner(`${-r} ${r}`)}h${-across}${corner(`${-r} ${-r}`)}v${-down}${corner(`${r} ${-r}`)}z`;
}

/** An icon as one path. A shape that is not known here is a mistake of who adds the icon: its test says so. */
export function onePath(picture: string): string {
  const inside = picture.slice(picture.indexOf('>', picture.indexOf('<svg')) + 1, picture.lastIndexOf('</svg>'));
  const drawn = [...inside.matchAll(/<(\w+)\s([^>]*?)\/>/g)].map(([, kind = '', written = '']) => {
    const values = new Map([...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const shape = shapes[kind];
    if (!shape) throw new Error(kind);
    return shape((name) => Number(values.get(name) ?? 0), values.get('d') ?? '');
  });
  return drawn.join('');
}

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

/** Each icon by its name: one path on a grid of 24. */
export const icons: [name: string, d: string][] = Object.entries(pictures).map(([name, picture]) => [
  name,
  onePath(picture),
]);
