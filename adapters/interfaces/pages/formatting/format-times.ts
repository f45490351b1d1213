import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { Instant } from '../../../../domain/values/instant'
import type { HalfYear, Month } from '../../../../domain/values/month'

const localeOf = { da: 'da-DK', en: 'en-GB' } as const satisfies Readonly<Record<MessageLanguage, string>>

const monthFormat = (language: MessageLanguage) =>
  new Intl.DateTimeFormat(localeOf[language], { month: 'long', year: 'numeric', timeZone: 'UTC' })

const monthFormats = { da: monthFormat('da'), en: monthFormat('en') }
const momentFormat = new Intl.DateTimeFormat('da-DK', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Copenhagen',
})

/** A month in words: `januar 2026`. */
export const formatMonth = (language: MessageLanguage, month: Month): string =>
  monthFormats[language].format(new Date(`${month}-01T00:00:00Z`))

/** Half a year in words: `1. halvår 2026`. */
export const formatHalfYear = (language: MessageLanguage, half: HalfYear): string => {
  const [year, number] = [half.slice(0, 4), half.slice(-1)]
  return language === 'da' ? `${number}. halvår ${year}` : `${number === '1' ? 'first' : 'second'} half of ${year}`
}

/** A moment in Danish time: `05.01.2026 13.00`. */
export const formatMoment = (at: Instant): string => momentFormat.format(new Date(at))
