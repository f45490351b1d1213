import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { Day } from '../../../../domain/values/day'
import type { Ore } from '../../../../domain/values/ore'

const kroner = { style: 'currency', currency: 'DKK' } as const
const amountFormats = { da: new Intl.NumberFormat('da-DK', kroner), en: new Intl.NumberFormat('en-GB', kroner) }

// In English the month is a word: 03.05. could be a day in May or in March.
const dayFormats = {
  da: new Intl.DateTimeFormat('da-DK', { dateStyle: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
}

/** An amount in kroner, as it is written in the language: `1.230,00 kr.` or `DKK 1,230.00`. */
export const formatAmount = (language: MessageLanguage, amount: Ore): string =>
  amountFormats[language].format(amount / 100)

/** A day, as it is written in the language: `10.03.2026` or `10 Mar 2026`. */
export const formatDay = (language: MessageLanguage, day: Day): string =>
  dayFormats[language].format(new Date(`${day}T00:00:00Z`))
