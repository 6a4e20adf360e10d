/** When the window was locked just before, and whether by leaving it alone: told from one load of the page to the next. */

function read(): { at: Date; idle: boolean } | null {
  if (typeof sessionStorage === 'undefined') return null;
  const text = sessionStorage.getItem('locked');
  sessionStorage.removeItem('locked');
  if (!text) return null;
  try {
    const said: { at: string; idle: boolean } = JSON.parse(text);
    const at = new Date(said.at);
    return Number.isNaN(at.getTime()) ? null : { at, idle: said.idle === true };
  } catch {
    return null;
  }
}

export const lockedBefore = read();
