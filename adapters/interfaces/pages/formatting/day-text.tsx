import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { formatDay } from './format-values'
import { useLanguageOfValues } from './language-of-values'

/** A day, readable by people and by programs. */
export const DayText = ({ day }: { readonly day: Day }): JSX.Element => (
  <time dateTime={day}>{formatDay(useLanguageOfValues(), day)}</time>
)
