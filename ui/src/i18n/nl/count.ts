/** How numbers are written in a sentence. */
export const number = (count: number) => count.toLocaleString('nl-NL');
export const some = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;
