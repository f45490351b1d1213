import { daysBetween, addDays, type Day } from '../../../../../domain/values/day'
import { addMonths, type Month } from '../../../../../domain/values/month'
import { sumOf, type Counts } from '../../../../../retention/report/counts'
import type { ErasuresOfLog } from '../../../../../retention/report/erasures-by-date'
import { lagGroups } from '../lag-groups'
import type { ReportChart } from '../report-document'
import type { ReportLanguage } from '../report-language'

const shownDays = 60
const shownMonths = 24

const day = { heading: { da: 'Dag', en: 'Day' }, kind: 'day' } as const
const month = { heading: { da: 'Måned', en: 'Month' }, kind: 'month' } as const

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
export const valuesOf = (counts: Counts<string>, dates: ReadonlyArray<string>): ReadonlyArray<number> =>
  dates.map((date) => counts.get(date) ?? 0)

/** The sum of the values of a series. */
export const total = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0)

const erasureSeries = ({ say }: ReportLanguage, { made, due, erased }: ErasuresOfLog, dates: ReadonlyArray<string>) => [
  { id: 'made', name: say({ da: 'Oprettet', en: 'Made' }), values: valuesOf(made, dates) },
  { id: 'due', name: say({ da: 'Skulle slettes', en: 'Due' }), values: valuesOf(due, dates) },
  { id: 'erased', name: say({ da: 'Slettet', en: 'Erased' }), values: valuesOf(erased, dates) },
]

/** What was made, due and erased; in *persons* by month. */
export const erasuresChart = (
  words: ReportLanguage,
  erasures: ErasuresOfLog,
  dates: ReadonlyArray<string>,
  isOfPersons: boolean,
): ReportChart => {
  const { say, number } = words
  const series = erasureSeries(words, erasures, dates)
  const [made = 0, due = 0, erased = 0] = series.map(({ values }) => total(values))
  const category = isOfPersons ? month : day
  return {
    id: isOfPersons ? 'personsByMonth' : 'loansByDay',
    title: say(
      isOfPersons
        ? {
            da: 'Personloggen: sager oprettet, sager der skulle slettes, og sager slettet, efter måned',
            en: 'Log of persons: records made, due and erased, by month',
          }
        : {
            da: 'Udlånsloggen: sager oprettet, sager der skulle slettes, og sager slettet, efter dag',
            en: 'Log of loans: records made, due and erased, by day',
          },
    ),
    summary: say({
      da: `I den viste tid: ${number(made)} oprettet, ${number(due)} skulle slettes, ${number(erased)} slettet. «Skulle slettes» og «Slettet» skal følges ad.`,
      en: `In the time shown: ${number(made)} made, ${number(due)} due, ${number(erased)} erased. “Due” and “Erased” must go side by side.`,
    }),
    layout: 'columns',
    category: { heading: say(category.heading), kind: category.kind },
    categories: dates,
    series,
  }
}

/** The lag in days; in *persons* in months. */
export const lagChart = ({ say, number }: ReportLanguage, lag: Counts<number>, isOfPersons: boolean): ReportChart => {
  const groups = lagGroups(lag)
  const [first, all] = [number(groups[0]?.number ?? 0), number(sumOf(lag))]
  return {
    id: isOfPersons ? 'lagOfPersons' : 'lagOfLoans',
    title: say(
      isOfPersons
        ? {
            da: 'Personloggen: måneder fra en sag kunne slettes, til den var slettet (alle år)',
            en: 'Log of persons: months from when a record could be erased until it was (all years)',
          }
        : {
            da: 'Udlånsloggen: dage fra en sag kunne slettes, til den var slettet (alle år)',
            en: 'Log of loans: days from when a record could be erased until it was (all years)',
          },
    ),
    summary: say(
      isOfPersons
        ? {
            da: `${first} af ${all} blev slettet i samme måned.`,
            en: `${first} of ${all} were erased in the same month.`,
          }
        : { da: `${first} af ${all} blev slettet samme dag.`, en: `${first} of ${all} were erased on the same day.` },
    ),
    layout: 'rows',
    category: {
      heading: say(isOfPersons ? { da: 'Måneder', en: 'Months' } : { da: 'Dage', en: 'Days' }),
      kind: 'text',
    },
    categories: groups.map(({ name }) => name),
    series: [{ id: 'records', name: say({ da: 'Sager', en: 'Records' }), values: groups.map((group) => group.number) }],
  }
}
