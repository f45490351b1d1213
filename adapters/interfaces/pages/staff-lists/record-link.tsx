import type { JSX } from 'preact'
import { useText } from '../layout/page-frame'
import { useWorkplaceHref } from '../staff/workplace'
import { staffListsTexts as texts } from './staff-lists-texts'

/** Leads from a row to the record of its borrower, whose name stands on no list. Opening it counts as looked at. */
export const RecordLink = ({ borrower, about }: { readonly borrower: string; readonly about: string }): JSX.Element => {
  const text = useText()
  const workplaceHref = useWorkplaceHref()
  return (
    <a href={workplaceHref(`/skranke/laaner/${borrower}`)}>
      {text(texts.open)} <span class="sr-only">{about}</span>
    </a>
  )
}
