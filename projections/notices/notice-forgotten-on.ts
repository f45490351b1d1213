import { pipe } from 'fp-ts/function'
import type { Day } from '../../domain/values/day'
import { addMonths, lastDayOfMonth, type Month } from '../../domain/values/month'

/** The day with whose closing a notice of a month is erased, so many months later. */
export const noticeForgottenOn =
  (retentionMonths: number) =>
  (madeIn: Month): Day =>
    pipe(madeIn, addMonths(retentionMonths), lastDayOfMonth)
