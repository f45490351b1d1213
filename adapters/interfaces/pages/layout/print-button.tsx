import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { Text } from './page-frame'

interface PrintButtonProps {
  readonly text?: TextInBothLanguages
  readonly kind?: 'primary' | 'secondary'
  /** Whether the page begins here. */
  readonly hasFocus?: boolean
}

const print = { da: 'Udskriv', en: 'Print' }

/** Prints the page. Without a script the browser's own menu does. */
export const PrintButton = ({ text = print, kind = 'secondary', hasFocus = false }: PrintButtonProps): JSX.Element => (
  <button type="button" class={`button button-${kind}`} data-print="" data-focus={hasFocus ? '' : undefined}>
    <Text of={text} />
  </button>
)
