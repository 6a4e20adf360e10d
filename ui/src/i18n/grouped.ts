/** A count with a sign between its thousands. Not by `Intl`: the first number it writes waits for its tables to load, for
 *  longer than a frame, and the first number stands in the table of dossiers. */
export const grouped = (count: number, sign: string) => String(count).replace(/\B(?=(\d{3})+$)/g, sign);
