/** Paths of files, as any system writes them. */

/** The last part of a path. */
export const fileName = (path: string): string => path.split(/[\\/]/).pop() ?? path;
