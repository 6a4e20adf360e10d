/** The first screen before anything is known of this machine: as it is drawn into the page when that is built, so that the
 *  passphrase field stands in the very first frame. */
import type { Session } from '../../bindings/index.ts';

/** A workspace without a name. */
const NAMELESS = '.weegschaal';

export const unknown: Session = { state: 'closed', recent: [], suggested: NAMELESS };

export function isUnknown(session: Session): boolean {
  return session.state === 'closed' && session.suggested === NAMELESS;
}
