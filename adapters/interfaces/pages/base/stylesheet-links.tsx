import type { JSX } from 'preact'
import { baseStylesheetPath } from './base-stylesheet'

interface StylesheetLinksProps {
  /** The address of the page's own style sheet. */
  readonly own: string
}

/** The links to the style sheets of a page: the base, and its own. */
export const StylesheetLinks = ({ own }: StylesheetLinksProps): JSX.Element => (
  <>
    <link rel="stylesheet" href={baseStylesheetPath} />
    <link rel="stylesheet" href={own} />
  </>
)
