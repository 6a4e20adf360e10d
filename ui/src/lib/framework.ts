/** The framework of the open workspace, the same object for as long as it says the same: rooms that draw it are not drawn
 *  anew after every act. */
import type { FrameworkView, OpenWorkspace } from '../bindings/index.ts';

let text = '';
let kept: FrameworkView | null = null;

export function frameworkOf(workspace: OpenWorkspace): FrameworkView {
  const now = JSON.stringify(workspace.framework);
  if (!kept || now !== text) {
    text = now;
    kept = JSON.parse(now) as FrameworkView;
  }
  return kept;
}
