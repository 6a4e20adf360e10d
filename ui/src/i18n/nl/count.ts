/** How numbers are written in a sentence. */
import { grouped } from '../grouped.ts';

export const number = (count: number) => grouped(count, '.');
export const some = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;
