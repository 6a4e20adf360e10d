/** How a source is shown: a letter, a colour and a shape, never colour alone. */
const known: Record<string, string> = { werkplek: 'w', programma: 'p', drama: 'd', opleiding: 'o', zelfinzicht: 'z' };
const cycle = ['w', 'p', 'd', 'o', 'z'];

/** Class and sign of a source; those of another framework take the signs in turn. */
export function sign(id: string, at = 0): string {
  return known[id] ?? cycle[at % cycle.length] ?? 'w';
}

export function letter(id: string): string {
  return (known[id] ?? id.charAt(0)).toUpperCase();
}
