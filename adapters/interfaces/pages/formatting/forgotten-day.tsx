import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { useText } from '../layout/page-frame'
import { DayText } from './day-text'

/**
 * Stands wherever no day of forgetting is named, whatever the cause: a fee that is owed, days that the library has not closed,
 * and a legal hold that may not be told read alike.
 */
export const noDayYet = { da: 'endnu ingen dag', en: 'no day yet' } as const

/** The day with whose closing something is forgotten. */
export const ForgottenDay = ({ day }: { readonly day: Day | null }): JSX.Element => {
  const text = useText()
  return day === null ? <>{text(noDayYet)}</> : <DayText day={day} />
}
