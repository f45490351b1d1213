import type { Day } from '../../../../domain/values/day'
import type { Ore } from '../../../../domain/values/ore'

const kroner = new Intl.NumberFormat('da-DK', { style: 'currency', currency: 'DKK' })
const days = new Intl.DateTimeFormat('da-DK', { dateStyle: 'short', timeZone: 'UTC' })

/** An amount in kroner, as it is written in Denmark: `1.230,00 kr.` */
export const formatAmount = (amount: Ore): string => kroner.format(amount / 100)

/** A day, as it is written in Denmark: `10.03.2026`. */
export const formatDay = (day: Day): string => days.format(new Date(`${day}T00:00:00Z`))
