import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { formatDay } from './format-values'
import { usePageLanguage } from './page-language'

/** A day, readable by people and by programs. */
export const DayText = ({ day }: { readonly day: Day }): JSX.Element => (
  <time dateTime={day}>{formatDay(usePageLanguage(), day)}</time>
)
