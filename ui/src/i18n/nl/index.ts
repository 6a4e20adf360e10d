/** Every Dutch sentence of the window, a file for each room. */
import { bewijs } from './bewijs.ts';
import { controle } from './controle.ts';
import { dossier } from './dossier.ts';
import { dossiers } from './dossiers.ts';
import { first } from './first.ts';
import { formulieren } from './formulieren.ts';
import { help } from './help.ts';
import { instellingen } from './instellingen.ts';
import { kader } from './kader.ts';
import { logboek } from './logboek.ts';
import { signing } from './signing.ts';
import { uitvoer } from './uitvoer.ts';
import { zoeken } from './zoeken.ts';

export const nl = {
  ...first,
  bewijs,
  controle,
  dossier,
  dossiers,
  formulieren,
  help,
  instellingen,
  kader,
  logboek,
  uitvoer,
  signing,
  zoeken,
};
