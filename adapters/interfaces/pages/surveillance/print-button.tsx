import type { JSX } from 'preact'
import { Text } from '../layout/page-frame'
import { surveillanceTexts } from './surveillance-texts'

/** Prints the page. Without a script the browser's own menu does. */
export const PrintButton = (): JSX.Element => (
  <button type="button" class="button button-secondary" data-print="">
    <Text of={surveillanceTexts.print} />
  </button>
)
