import { scopeClasses } from '../../../../../domain/event/scope-class'
import { addDays, daysBetween, type Day } from '../../../../../domain/values/day'
import { addMonths, type Month } from '../../../../../domain/values/month'
import { sumOf, type Counts } from '../../../../../retention/report/counts'
import type { ErasuresOfLog } from '../../../../../retention/report/erasures-by-date'
import type { AuditReport, HeadOfReport } from '../../../../processes/running-library/audit-report'
import { classText } from '../../audit/class-texts'
import { lagGroups } from '../lag-groups'
import type { ReportChart, ReportSection } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportSection } from '../report-parts'

const shownDays = 60
const shownMonths = 24

const day = { heading: { da: 'Dag', en: 'Day' }, kind: 'day' } as const
const month = { heading: { da: 'Måned', en: 'Month' }, kind: 'month' } as const

/** The days up to one, but none before the first day of the library. */
const daysUpTo = (last: Day, first: Day | null): ReadonlyArray<Day> => {
  const number = Math.min(shownDays, first === null ? 0 : daysBetween(first)(last) + 1)
  return Array.from({ length: Math.max(0, number) }, (_, back) => addDays(back + 1 - number)(last))
}

const monthsUpTo = (last: Month | null, first: Day | null): ReadonlyArray<Month> =>
  last === null
    ? []
    : Array.from({ length: shownMonths }, (_, back) => addMonths(back + 1 - shownMonths)(last)).filter(
        (each) => first === null || each >= first.slice(0, 7),
      )

const valuesOf = (counts: Counts<string>, dates: ReadonlyArray<string>): ReadonlyArray<number> =>
  dates.map((date) => counts.get(date) ?? 0)

const total = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0)

const erasureSeries = ({ say }: ReportLanguage, { made, due, erased }: ErasuresOfLog, dates: ReadonlyArray<string>) => [
  { id: 'made', name: say({ da: 'Oprettet', en: 'Made' }), values: valuesOf(made, dates) },
  { id: 'due', name: say({ da: 'Skulle slettes', en: 'Due' }), values: valuesOf(due, dates) },
  { id: 'erased', name: say({ da: 'Slettet', en: 'Erased' }), values: valuesOf(erased, dates) },
]

const erasuresChart = (
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
            da: 'Sager om personer oprettet, modne og slettet, efter måned',
            en: 'Records of persons made, due and erased, by month',
          }
        : {
            da: 'Sager om udlån oprettet, modne og slettet, efter dag',
            en: 'Records of loans made, due and erased, by day',
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

const lagChart = ({ say, number }: ReportLanguage, { counts }: AuditReport): ReportChart => {
  const groups = lagGroups(counts.erasures.circulation.lag)
  return {
    id: 'lag',
    title: say({
      da: 'Dage fra en sag kunne slettes, til den var slettet (udlån, alle år)',
      en: 'Days from when a record could be erased until it was (loans, all years)',
    }),
    summary: say({
      da: `${number(groups[0]?.number ?? 0)} af ${number(sumOf(counts.erasures.circulation.lag))} blev slettet samme dag.`,
      en: `${number(groups[0]?.number ?? 0)} of ${number(sumOf(counts.erasures.circulation.lag))} were erased on the same day.`,
    }),
    layout: 'rows',
    category: { heading: say({ da: 'Dage', en: 'Days' }), kind: 'text' },
    categories: groups.map(({ name }) => name),
    series: [{ id: 'records', name: say({ da: 'Sager', en: 'Records' }), values: groups.map((group) => group.number) }],
  }
}

const livingChart = ({ say, number }: ReportLanguage, { completeness }: AuditReport): ReportChart => {
  const living = scopeClasses
    .map((name) => ({ name, count: completeness.classes.find((each) => each.class === name)?.living ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
  return {
    id: 'living',
    title: say({
      da: 'Sager, der kan læses nu, efter sletteklasse',
      en: 'Records that can be read now, by deletion class',
    }),
    summary: say({
      da: `${number(total(living.map(({ count }) => count)))} sager har en nøgle; om personer er det talt ved den sidste lukkede måned.`,
      en: `${number(total(living.map(({ count }) => count)))} records have a key; those of persons are counted as of the last closed month.`,
    }),
    layout: 'rows',
    category: { heading: say({ da: 'Sletteklasse', en: 'Deletion class' }), kind: 'text' },
    categories: living.map(({ name }) => say(classText(name))),
    series: [
      {
        id: 'living',
        name: say({ da: 'Sager med nøgle', en: 'Records with a key' }),
        values: living.map(({ count }) => count),
      },
    ],
  }
}

const horizonChart = (
  { say, number }: ReportLanguage,
  { counts }: AuditReport,
  days: ReadonlyArray<Day>,
): ReportChart => {
  const { open, declared, passed } = counts.horizons.circulation
  const closed = valuesOf(declared, days).map((value, at) => value + (passed.get(days[at] ?? '') ?? 0))
  return {
    id: 'backupHorizon',
    title: say({
      da: 'Slettede sager om udlån: kan gamle kopier af nøglerne endnu åbne dem?',
      en: 'Erased records of loans: can old copies of the keys still open them?',
    }),
    summary: say({
      da: `Af alle slettede sager om udlån kan ${number(sumOf(open))} endnu åbnes af den, der har en ældre kopi af nøglelageret og indpakningsnøglerne; for ${number(sumOf(declared) + sumOf(passed))} er de nøgler ødelagt.`,
      en: `Of all erased records of loans, ${number(sumOf(open))} can still be opened by whoever has an older copy of the key store and the wrapping keys; for ${number(sumOf(declared) + sumOf(passed))} these keys are destroyed.`,
    }),
    layout: 'columns',
    category: { heading: say({ da: 'Certifikatets dag', en: 'Day of the certificate' }), kind: 'day' },
    categories: days,
    series: [
      { id: 'closed', name: say({ da: 'Kan ikke åbnes mere', en: 'Cannot be opened any more' }), values: closed },
      { id: 'open', name: say({ da: 'Kan endnu åbnes', en: 'Can still be opened' }), values: valuesOf(open, days) },
    ],
  }
}

const headsChart = ({ say, number, date }: ReportLanguage, { heads }: AuditReport): ReportChart => {
  const { number: all, newest } = heads.circulation
  const shown = [...newest].reverse()
  const name = ({ closing, size }: HeadOfReport): string => (closing === null ? `#${number(size)}` : date(closing))
  const witnessed = newest.filter(({ witnesses }) => witnesses.length > 0).length
  return {
    id: 'heads',
    title: say({
      da: 'De nyeste hoveder for udlånsloggen, og hvor mange vidner hvert har',
      en: 'The newest heads of the log of loans, and how many witnesses each has',
    }),
    summary: say({
      da: `${number(all)} hoveder er underskrevet; af de ${number(shown.length)} nyeste har ${number(witnessed)} et vidne.`,
      en: `${number(all)} heads are signed; of the newest ${number(shown.length)}, ${number(witnessed)} have a witness.`,
    }),
    layout: 'columns',
    category: { heading: say({ da: 'Hovedets dag', en: 'Day of the head' }), kind: 'text' },
    categories: shown.map(name),
    series: [
      {
        id: 'signature',
        name: say({ da: 'Bibliotekets underskrift', en: 'Signature of the library' }),
        values: shown.map(() => 1),
      },
      {
        id: 'witnesses',
        name: say({ da: 'Vidner', en: 'Witnesses' }),
        values: shown.map(({ witnesses }) => witnesses.length),
      },
    ],
  }
}

/** The charts. */
export const chartsSection = (words: ReportLanguage, report: AuditReport): ReportSection => {
  const { counts, madeOn, logs } = report
  const days = daysUpTo(madeOn, counts.closings.firstDay)
  const months = monthsUpTo(logs.persons.asOf as Month | null, counts.closings.firstDay)
  return reportSection({
    id: 'charts',
    title: words.say({ da: 'Udviklingen', en: 'Over time' }),
    charts: [
      erasuresChart(words, counts.erasures.circulation, days, false),
      erasuresChart(words, counts.erasures.persons, months, true),
      lagChart(words, report),
      livingChart(words, report),
      horizonChart(words, report, days),
      headsChart(words, report),
    ],
  })
}
