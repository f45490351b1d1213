import type { ScopeClass } from '../../../../domain/event/scope-class'
import { listKindsOfData } from '../../../../retention/promises/kinds-of-data'
import { describeRetentionPeriod, type RetentionPeriod } from '../../../../retention/classes/retention-period'
import type { ReportLanguage } from './report-language'

const periodInDanish = (period: RetentionPeriod): string => {
  switch (period._tag) {
    case 'Days':
      return period.afterDays === 0 ? 'samme dag' : `${String(period.afterDays)} dage efter`
    case 'AtOnce':
      return 'straks'
    case 'MonthClosing':
      return period.months === 0
        ? 'ved månedens lukning'
        : period.months === 1
          ? 'ved lukningen af den næste måned'
          : `ved lukningen af måneden ${String(period.months)} måneder efter`
    case 'Inactivity':
      return `${String(period.years)} år efter halvårets udgang`
  }
}

/** A retention period in words. */
export const periodText = ({ say }: ReportLanguage, period: RetentionPeriod): string =>
  say({ da: periodInDanish(period), en: describeRetentionPeriod(period) })

/** The words of legal bases, in the order in which they are replaced. */
const danishWords: ReadonlyArray<readonly [RegExp, string]> = [
  [/Danish Data Protection Act, section (\d+)/g, 'databeskyttelseslovens § $1'],
  [/Danish Act on TV Surveillance, section (\d+ c)/g, 'tv-overvågningslovens § $1'],
  [/lending under the Danish Act on Library Services/g, 'udlån efter biblioteksloven'],
  [/fees under the Danish Act on Library Services/g, 'gebyrer efter biblioteksloven'],
  [/security and statistics of the website/g, 'hjemmesidens sikkerhed og statistik'],
  [/consent, and its withdrawal/g, 'samtykke, og at det trækkes tilbage'],
  [/CPR number/g, 'CPR-nummer'],
  [/accountability/g, 'ansvarlighed'],
  [/rectification/g, 'berigtigelse'],
  [/statistics/g, 'statistik'],
  [/security/g, 'sikkerhed'],
  [/Articles? /g, 'artikel '],
  [/(?<=\d)\((\d)\)/g, ', stk. $1'],
  [/(?<=\d)\(([a-f])\)/g, ', litra $1'],
  [/ and \(([a-f])\)/g, ' og $1'],
  [/ and /g, ' og '],
]

/** The legal basis of a deletion class, which the table of classes has in English. */
export const legalBasisText = ({ say }: ReportLanguage, english: string): string =>
  say({ da: danishWords.reduce((text, [words, danish]) => text.replace(words, danish), english), en: english })

/** When data of a class is forgotten, as borrowers are told; undefined for a class that no kind of data names. */
export const endAsBorrowersReadIt = ({ say }: ReportLanguage, name: ScopeClass): string | undefined => {
  const ends = listKindsOfData().flatMap(([, { fields, end }]) =>
    fields.some((each) => each.class === name) ? [say(end)] : [],
  )
  return ends.length === 0 ? undefined : [...new Set(ends)].join('; ')
}
