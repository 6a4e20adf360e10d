/** How the table is looked at: kept while another room is open, so that who comes back is where they were. */
import { type Asked, everything, type Sort } from './rows.ts';

class View {
  asked = $state<Asked>({ ...everything });
  sort = $state<Sort>('name');
  down = $state(false);
  bySchool = $state(true);
  picked = $state.raw<ReadonlySet<string>>(new Set());
  /** Pixels scrolled. */
  top = 0;
  #workspace = '';

  /** Begins anew on another workspace. */
  on(workspace: string) {
    if (this.#workspace === workspace) return;
    this.#workspace = workspace;
    this.asked = { ...everything };
    this.sort = 'name';
    this.down = false;
    this.bySchool = true;
    this.picked = new Set();
    this.top = 0;
  }

  /** Orders by a column; the same again turns it round. */
  by(sort: Sort) {
    this.down = this.sort === sort && !this.down;
    this.sort = sort;
  }
}

export const view = new View();
