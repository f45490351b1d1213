import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { useHref, useText } from '../layout/page-frame'
import type { BorrowerDataContent } from './borrower-data-content'
import { borrowerDataTexts as texts } from './borrower-data-texts'
import { looksAt } from './looks-at-borrower'

const Figure = ({ value, label }: { readonly value: number; readonly label: string }): JSX.Element => (
  <li>
    <strong class="data-figure">{value}</strong> {label}
  </li>
)

/** How much the library holds, when the page was made, and the ways to take it along. */
export const DataOverview = ({ content }: { readonly content: BorrowerDataContent }): JSX.Element => {
  const text = useText()
  const href = useHref()
  const { rows, number, madeOn } = content
  const looks = new Set(looksAt(rows).map(({ when }) => when)).size
  const kindsWith = (status: string) => rows.filter((row) => row.status === status).length
  return (
    <div class="data-overview">
      <p class="data-lead">{text(texts.lead)}</p>
      <ul class="nobullet-list data-figures">
        <Figure value={kindsWith('held')} label={text(texts.kindsHeld)} />
        <Figure value={kindsWith('nothing')} label={text(texts.kindsEmpty)} />
        <Figure value={looks} label={text(looks === 1 ? texts.dayLookedAt : texts.daysLookedAt)} />
      </ul>
      <p>
        {text(texts.number)} {number}. {text(texts.madeOn)} <DayText day={madeOn} />.
      </p>
      <p class="data-actions">
        <a class="button button-primary" href={href('/mit/data/hent')} download="">
          {text(texts.download)}
        </a>
        <a class="button button-secondary" href={href('/mit/data/udskrift')}>
          {text(texts.print)}
        </a>
      </p>
    </div>
  )
}
