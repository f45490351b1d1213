import { useText } from '../layout/page-frame'
import { valueText } from './value-texts'

/** The text of a value that is one of a few, in the page's language; the value itself when it has none. */
export const useValueText = (): ((kind: string, member: string, value: string) => string) => {
  const text = useText()
  return (kind, member, value) => {
    const known = valueText(kind, member, value)
    return known === undefined ? value : text(known)
  }
}
