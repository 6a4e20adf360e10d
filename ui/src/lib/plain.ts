/** Text without case and accents, so that `chloe` finds `Chloë`: as the search of evidence looks past them. */
export const plainly = (text: string): string =>
  // Most names have no accent at all, and taking none off is much quicker.
  (/^[ -~]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
