/** Every Dutch sentence of the window, by room. */
import { bewijs } from './bewijs.ts';
import { dossier } from './dossier.ts';
import { problems } from './problems.ts';
import { rooms } from './rooms.ts';
import { shell } from './shell.ts';

export const nl = { shell, problems, dossier, bewijs, ...rooms };
