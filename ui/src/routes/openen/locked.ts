/** When the window was locked just before, whether by leaving it alone, and whether everything was kept: told from one load of the page to the next. */

function read(): { at: Date; idle: boolean; kept: boolean } | null {
  if (typeof sessionStorage === 'undefined') return null;
  const text = sessionStorage.getItem('locked');
  sessionStorage.removeItem('locked');
  if (!text) return null;
  try {
    const said: { at: string; idle: boolean; kept: boolean } = JSON.parse(text);
    const at = new Date(said.at);
    return Number.isNaN(at.getTime()) ? null : { at, idle: said.idle === true, kept: said.kept === true };
  } catch {
    return null;
  }
}

export const lockedBefore = read();
