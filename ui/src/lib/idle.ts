/** When a window was left alone for so long that it must lock. Knows no clock: the time is handed in. */

/** Seconds of warning before the lock, or half the limit when that is shorter. */
const WARNING = 30;

export type Idle = { state: 'busy' } | { state: 'warned'; seconds: number } | { state: 'over' };

export class IdleWatch {
  #last: number;

  /** `now` in milliseconds. */
  constructor(now: number) {
    this.#last = now;
  }

  /** Somebody pressed a key or moved the mouse. */
  touch(now: number) {
    this.#last = now;
  }

  /** How it stands with a limit in seconds; a machine that slept through it is over it at once. */
  at(now: number, limit: number): Idle {
    const left = Math.ceil(limit - (now - this.#last) / 1000);
    if (left <= 0) return { state: 'over' };
    return left <= Math.min(WARNING, limit / 2) ? { state: 'warned', seconds: left } : { state: 'busy' };
  }
}
