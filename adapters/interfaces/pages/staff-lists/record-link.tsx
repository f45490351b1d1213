import type { ComponentChildren, JSX } from 'preact'
import { useText } from '../layout/page-frame'
import { useWorkplaceHref } from '../staff/workplace'
import { staffListsTexts as texts } from './staff-lists-texts'

interface RecordLinkProps {
  readonly borrower: string
  /** What the row is about, in words, for those who hear the link without its row. */
  readonly about: ComponentChildren
}

/** Leads from a row to the record of its borrower, whose name stands on no list. Opening it counts as looked at. */
export const RecordLink = ({ borrower, about }: RecordLinkProps): JSX.Element => {
  const text = useText()
  const workplaceHref = useWorkplaceHref()
  return (
    <a href={workplaceHref(`/skranke/laaner/${borrower}`)}>
      {text(texts.open)} <span class="sr-only">{about}</span>
    </a>
  )
}
