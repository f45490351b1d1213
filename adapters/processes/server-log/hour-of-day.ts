import type { Instant } from '../../../domain/values/instant'

const inCopenhagen = new Intl.DateTimeFormat('en-GB', {
  ...({ timeZone: 'Europe/Copenhagen', hour: '2-digit', hourCycle: 'h23' } as const),
})

/** The hour of an instant in Europe/Copenhagen, from 0 to 23. */
export const hourOfDay = (instant: Instant): number => Number(inCopenhagen.format(new Date(instant)))
