import { formatMoment, formatTime } from '../../../../adapters/interfaces/pages/formatting/format-times'
import { formatAmount, formatDay } from '../../../../adapters/interfaces/pages/formatting/format-values'
import type { Day } from '../../../../domain/values/day'
import type { Instant } from '../../../../domain/values/instant'
import type { Ore } from '../../../../domain/values/ore'

const withPlainSpaces = (text: string): string => text.replaceAll(/\s/g, ' ')

describe('what pages show', () => {
  const spring = '2026-05-03' as Day
  const summerNoon = '2026-05-03T10:00:00.000Z' as Instant

  it.each([
    ['da', '03.05.2026', '03.05.2026, 12.00', '12.00', '1.230,50 kr.'],
    ['en', '3 May 2026', '3 May 2026, 12:00', '12:00', 'DKK 1,230.50'],
  ] as const)(
    'is written as in the language (%s), so that nobody takes May for March or a thousand for one',
    (language, day, moment, time, amount) => {
      expect(formatDay(language, spring)).toBe(day)
      expect(formatMoment(language, summerNoon)).toBe(moment)
      expect(formatTime(language, summerNoon)).toBe(time)
      expect(withPlainSpaces(formatAmount(language, 123_050 as Ore))).toBe(amount)
    },
  )
})
