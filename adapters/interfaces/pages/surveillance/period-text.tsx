import type { JSX } from 'preact'
import { timeOf, type Instant } from '../../../../domain/values/instant'
import { formatMoment } from '../formatting/format-times'

/** A part of a day: `05.01.2026, 10.00–12.00`. */
export const PeriodText = ({ from, until }: { readonly from: Instant; readonly until: Instant }): JSX.Element => (
  <>
    <time dateTime={from}>{formatMoment(from)}</time>–<time dateTime={until}>{timeOf(until).replace(':', '.')}</time>
  </>
)
