import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { useHref, useText } from './page-frame'

interface LinkProps {
  /** Without the language. */
  readonly path: string
  readonly text: TextInBothLanguages
  /** What the link is about, for those who hear it without what stands beside it. */
  readonly about?: string
}

/** A link to another page, in the page's language. */
export const LinkTo = ({ path, text: label, about }: LinkProps): JSX.Element => {
  const text = useText()
  const href = useHref()
  return (
    <a href={href(path)}>
      {text(label)}
      {about === undefined ? null : <span class="sr-only"> {about}</span>}
    </a>
  )
}
