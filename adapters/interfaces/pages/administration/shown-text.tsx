import type { JSX } from 'preact'
import { useText } from '../layout/page-frame'
import { administrationTexts } from './administration-texts'

/** A text; or, when it is null, that it is withheld from the role of the reader. */
export const ShownText = ({ value }: { readonly value: string | null }): JSX.Element => {
  const text = useText()
  return <>{value ?? text(administrationTexts.withheld)}</>
}
