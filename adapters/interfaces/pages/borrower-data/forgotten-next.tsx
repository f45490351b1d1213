import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { ForgottenDay } from '../formatting/forgotten-day'
import { useText } from '../layout/page-frame'
import type { BorrowerDataContent } from './borrower-data-content'
import { borrowerDataTexts as texts } from './borrower-data-texts'
import { daysOfForgetting, type ForgottenOnDay } from './days-of-forgetting'

/** How many entries are shown, and how many names in each. */
const [maxEntries, maxNames] = [6, 3]

const Entry = ({ entry }: { readonly entry: ForgottenOnDay }): JSX.Element => {
  const text = useText()
  const names = entry.names.slice(0, maxNames).join(', ')
  const isMore = entry.names.length > maxNames
  return (
    <li>
      <span class="data-day">
        <DayText day={entry.day} />
      </span>
      <span>
        <a href={`#${entry.kind}`}>{text(entry.kindName)}</a>
        {entry.count > 1 ? ` (${String(entry.count)})` : ''}
        {names === '' ? '' : `: ${names}${isMore ? ' …' : ''}`}
      </span>
    </li>
  )
}

/** What is forgotten on the next days, and the day on which everything is forgotten if the borrower stays away. */
export const ForgottenNext = ({ content }: { readonly content: BorrowerDataContent }): JSX.Element => {
  const text = useText()
  const entries = daysOfForgetting(content)
  return (
    <section aria-labelledby="next" class="data-next">
      <h2 id="next">{text(texts.next)}</h2>
      {entries.length === 0 ? (
        <p>{text(texts.nothingNext)}</p>
      ) : (
        <>
          <p>{text(texts.nextText)}</p>
          <ol class="nobullet-list data-days">
            {entries.slice(0, maxEntries).map((entry) => (
              <Entry entry={entry} />
            ))}
          </ol>
        </>
      )}
      {content.ending === null ? (
        <p>
          {text(texts.lastOfAll)} <ForgottenDay day={content.forgottenIfUnusedOn} />.
        </p>
      ) : null}
    </section>
  )
}
