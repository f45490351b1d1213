import type { JSX } from 'preact'
import type { Instant } from '../../../../domain/values/instant'
import { MomentText } from '../formatting/moment-text'
import { formatTime } from '../formatting/format-times'
import { usePageLanguage } from '../formatting/page-language'

/** A part of a day: `05.01.2026, 10.00–12.00` or `5 Jan 2026, 10:00–12:00`. */
export const PeriodText = ({ from, until }: { readonly from: Instant; readonly until: Instant }): JSX.Element => (
  <>
    <MomentText at={from} />–<time dateTime={until}>{formatTime(usePageLanguage(), until)}</time>
  </>
)
