import type { MessageLanguage } from '../borrower/message-language'
import type { Day } from '../values/day'

/** The month stands as a word: a number before or after the day never makes a CPR number with it. */
const dayFormats: Readonly<Record<MessageLanguage, Intl.DateTimeFormat>> = {
  da: new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** A day in words: `10. marts 2026`, `10 March 2026`. */
export const formatDayInWords = (language: MessageLanguage, day: Day): string =>
  dayFormats[language].format(new Date(`${day}T00:00:00Z`))
