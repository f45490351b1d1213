import type { LogName } from '../../../../../domain/event/stream'
import { daysBetween, addDays, type Day } from '../../../../../domain/values/day'
import { addMonths, type Month } from '../../../../../domain/values/month'
import type { TextInBothLanguages } from '../../../../../retention/promises/kind-of-data'
import { sumOfCounts, type CountsBy } from '../../../../../retention/audit-report/counts'
import type { ErasuresOfLog } from '../../../../../retention/audit-report/erasures-by-date'
import { lagHistogram } from '../lag-histogram'
import type { ReportChart } from '../report-document'
import type { ReportLanguage } from '../report-language'

const shownDays = 60
const shownMonths = 24

interface ChartTexts {
  readonly id: string
  readonly title: TextInBothLanguages
  /** What the categories are. */
  readonly heading: TextInBothLanguages
}

/** *Circulation* is counted by day, *persons* by month. */
const erasuresTexts: Readonly<Record<LogName, ChartTexts & Pick<ReportChart['category'], 'kind'>>> = {
  circulation: {
    id: 'loansByDay',
    title: {
      da: 'Udlånsloggen: sager oprettet, sager der skulle slettes, og sager slettet, efter dag',
      en: 'Log of loans: records made, due and erased, by day',
    },
    heading: { da: 'Dag', en: 'Day' },
    kind: 'day',
  },
  persons: {
    id: 'personsByMonth',
    title: {
      da: 'Personloggen: sager oprettet, sager der skulle slettes, og sager slettet, efter måned',
      en: 'Log of persons: records made, due and erased, by month',
    },
    heading: { da: 'Måned', en: 'Month' },
    kind: 'month',
  },
}

const lagTexts: Readonly<Record<LogName, ChartTexts & { readonly onTime: TextInBothLanguages }>> = {
  circulation: {
    id: 'lagOfLoans',
    title: {
      da: 'Udlånsloggen: dage fra en sag kunne slettes, til den var slettet (alle år)',
      en: 'Log of loans: days from when a record could be erased until it was (all years)',
    },
    heading: { da: 'Dage', en: 'Days' },
    onTime: { da: 'samme dag', en: 'on the same day' },
  },
  persons: {
    id: 'lagOfPersons',
    title: {
      da: 'Personloggen: måneder fra en sag kunne slettes, til den var slettet (alle år)',
      en: 'Log of persons: months from when a record could be erased until it was (all years)',
    },
    heading: { da: 'Måneder', en: 'Months' },
    onTime: { da: 'i samme måned', en: 'in the same month' },
  },
}

type ErasuresOfLogs = Readonly<Record<LogName, ErasuresOfLog>>

/** The days up to one, but none before the first day of the library. */
export const daysUpTo = (last: Day, first: Day | null): ReadonlyArray<Day> => {
  const number = Math.min(shownDays, first === null ? 0 : daysBetween(first)(last) + 1)
  return Array.from({ length: Math.max(0, number) }, (_, back) => addDays(back + 1 - number)(last))
}

/** The months of two years up to one, but none before the first day of the library. */
export const monthsUpTo = (last: Month | null, first: Day | null): ReadonlyArray<Month> =>
  last === null
    ? []
    : Array.from({ length: shownMonths }, (_, back) => addMonths(back + 1 - shownMonths)(last)).filter(
        (each) => first === null || each >= first.slice(0, 7),
      )

/** The count of each date; 0 where nothing is counted. */
export const valuesOf = (counts: CountsBy<string>, dates: ReadonlyArray<string>): ReadonlyArray<number> =>
  dates.map((date) => counts.get(date) ?? 0)

const total = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0)

const erasureSeries = ({ say }: ReportLanguage, { made, due, erased }: ErasuresOfLog, dates: ReadonlyArray<string>) => [
  { id: 'made', name: say({ da: 'Oprettet', en: 'Made' }), values: valuesOf(made, dates) },
  { id: 'due', name: say({ da: 'Skulle slettes', en: 'Due' }), values: valuesOf(due, dates) },
  { id: 'erased', name: say({ da: 'Slettet', en: 'Erased' }), values: valuesOf(erased, dates) },
]

/** What was made, due and erased; in *persons* by month. */
export const erasuresChart = (
  words: ReportLanguage,
  log: LogName,
  { [log]: erasures }: ErasuresOfLogs,
  dates: ReadonlyArray<string>,
): ReportChart => {
  const { say, number } = words
  const { id, title, heading, kind } = erasuresTexts[log]
  const series = erasureSeries(words, erasures, dates)
  const [made = 0, due = 0, erased = 0] = series.map(({ values }) => total(values))
  return {
    id,
    title: say(title),
    summary: say({
      da: `I den viste tid: ${number(made)} oprettet, ${number(due)} skulle slettes, ${number(erased)} slettet. «Skulle slettes» og «Slettet» skal følges ad.`,
      en: `In the time shown: ${number(made)} made, ${number(due)} due, ${number(erased)} erased. “Due” and “Erased” must go side by side.`,
    }),
    layout: 'columns',
    category: { heading: say(heading), kind },
    categories: dates,
    series,
  }
}

/** The lag in days; in *persons* in months. */
export const lagChart = (
  { say, number }: ReportLanguage,
  log: LogName,
  { [log]: { lag } }: ErasuresOfLogs,
): ReportChart => {
  const { id, title, heading, onTime } = lagTexts[log]
  const groups = lagHistogram(lag)
  const [first, all] = [number(groups[0]?.number ?? 0), number(sumOfCounts(lag))]
  return {
    id,
    title: say(title),
    summary: say({
      da: `${first} af ${all} blev slettet ${onTime.da}.`,
      en: `${first} of ${all} were erased ${onTime.en}.`,
    }),
    layout: 'rows',
    category: { heading: say(heading), kind: 'text' },
    categories: groups.map(({ name }) => name),
    series: [{ id: 'records', name: say({ da: 'Sager', en: 'Records' }), values: groups.map((group) => group.number) }],
  }
}
