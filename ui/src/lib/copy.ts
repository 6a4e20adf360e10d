/** Puts text on the clipboard, also where the page may not use the clipboard itself. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const back = document.activeElement;
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'sr';
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    if (back instanceof HTMLElement) back.focus();
    return copied;
  }
}
