/** Dates as people read them in the language that is spoken; ISO in, words out. */
import { t } from '../i18n/index.ts';

/** `13 jun`. */
export function shortDay(iso: string): string {
  const [, month, day] = iso.split('-');
  return `${Number(day)} ${t.shell.months[Number(month) - 1] ?? ''}`;
}

/** `13 jun 2025`. */
export function longDay(iso: string): string {
  return `${shortDay(iso)} ${iso.slice(0, 4)}`;
}

/** `13 jun 2025, 14:03` in the machine's own time. */
export function moment(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const day = twoDigits([time.getFullYear(), time.getMonth() + 1, time.getDate()], '-');
  return `${longDay(day)}, ${clock(time)}`;
}

/** `14:03`, in both languages. */
export function clock(time: Date): string {
  return twoDigits([time.getHours(), time.getMinutes()], ':');
}

/** Parts of a date or a time of at least two digits each. */
const twoDigits = (parts: number[], between: string) =>
  parts.map((part) => String(part).padStart(2, '0')).join(between);

/** Days between two ISO dates. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** ISO week number. */
export function week(iso: string): number {
  const day = new Date(`${iso}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const first = Date.UTC(day.getUTCFullYear(), 0, 1);
  return Math.ceil(((day.getTime() - first) / 86_400_000 + 1) / 7);
}
