import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { Instant } from '../../../../domain/values/instant'
import type { HalfYear, Month } from '../../../../domain/values/month'

const localeOf = { da: 'da-DK', en: 'en-GB' } as const satisfies Readonly<Record<MessageLanguage, string>>

const monthFormat = (language: MessageLanguage) =>
  new Intl.DateTimeFormat(localeOf[language], { month: 'long', year: 'numeric', timeZone: 'UTC' })

const monthFormats = { da: monthFormat('da'), en: monthFormat('en') }
const inDenmark = { timeStyle: 'short', timeZone: 'Europe/Copenhagen' } as const
const momentFormats = {
  da: new Intl.DateTimeFormat('da-DK', { dateStyle: 'short', ...inDenmark }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', ...inDenmark }),
}
const timeFormats = { da: new Intl.DateTimeFormat('da-DK', inDenmark), en: new Intl.DateTimeFormat('en-GB', inDenmark) }

/** A month in words: `januar 2026`. */
export const formatMonth = (language: MessageLanguage, month: Month): string =>
  monthFormats[language].format(new Date(`${month}-01T00:00:00Z`))

/** Half a year in words: `1. halvår 2026`. */
export const formatHalfYear = (language: MessageLanguage, half: HalfYear): string => {
  const [year, number] = [half.slice(0, 4), half.slice(-1)]
  return language === 'da' ? `${number}. halvår ${year}` : `${number === '1' ? 'first' : 'second'} half of ${year}`
}

/** A moment in Danish time: `05.01.2026, 13.00` or `5 Jan 2026, 13:00`. */
export const formatMoment = (language: MessageLanguage, at: Instant): string =>
  momentFormats[language].format(new Date(at))

/** The time of a moment in Denmark: `13.00` or `13:00`. */
export const formatTime = (language: MessageLanguage, at: Instant): string => timeFormats[language].format(new Date(at))
