/** Every English sentence of the window, a file for each room; total over the Dutch ones by type. */
import type { nl } from '../nl/index.ts';
import { bewijs } from './bewijs.ts';
import { controle } from './controle.ts';
import { dossier } from './dossier.ts';
import { dossiers } from './dossiers.ts';
import { formulieren } from './formulieren.ts';
import { help } from './help.ts';
import { instellingen } from './instellingen.ts';
import { kader } from './kader.ts';
import { logboek } from './logboek.ts';
import { openen } from './openen.ts';
import { problems } from './problems.ts';
import { shell } from './shell.ts';
import { signing } from './signing.ts';
import { states } from './states.ts';
import { uitvoer } from './uitvoer.ts';
import { zoeken } from './zoeken.ts';

export const en: typeof nl = {
  bewijs,
  controle,
  dossier,
  dossiers,
  formulieren,
  help,
  instellingen,
  kader,
  logboek,
  openen,
  problems,
  shell,
  states,
  uitvoer,
  signing,
  zoeken,
};
