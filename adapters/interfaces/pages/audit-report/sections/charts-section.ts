import type { Day } from '../../../../../domain/values/day'
import type { Month } from '../../../../../domain/values/month'
import { sumOfClassCounts } from '../../../../../retention/completeness/completeness-report'
import { sumOfCounts } from '../../../../../retention/audit-report/counts'
import type { AuditReport, HeadOfReport } from '../../../../processes/running-library/audit-report'
import { classText } from '../../audit/class-texts'
import type { ReportChart, ReportSection } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportSection } from '../report-parts'
import { daysUpTo, erasuresChart, lagChart, monthsUpTo, valuesOf } from './erasure-charts'

const livingChart = ({ say, number }: ReportLanguage, { completeness }: AuditReport): ReportChart => {
  const classes = completeness.classes
    .filter(({ living }) => living > 0)
    .toSorted((one, other) => other.living - one.living)
  const all = number(sumOfClassCounts(classes, 'living'))
  return {
    id: 'living',
    title: say({
      da: 'Sager, der kan læses nu, efter sletteklasse',
      en: 'Records that can be read now, by deletion class',
    }),
    summary: say({
      da: `${all} sager har en nøgle; om personer er det talt ved den sidste lukkede måned.`,
      en: `${all} records have a key; those of persons are counted as of the last closed month.`,
    }),
    layout: 'rows',
    category: { heading: say({ da: 'Sletteklasse', en: 'Deletion class' }), kind: 'text' },
    categories: classes.map((each) => say(classText(each.class))),
    series: [
      {
        id: 'living',
        name: say({ da: 'Sager med nøgle', en: 'Records with a key' }),
        values: classes.map(({ living }) => living),
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
      da: 'Udlånsloggens slettede sager: kan gamle kopier af nøglerne endnu åbne dem?',
      en: 'Erased records of the log of loans: can old copies of the keys still open them?',
    }),
    summary: say({
      da: `Af alle slettede sager i udlånsloggen kan ${number(sumOfCounts(open))} endnu åbnes af den, der har en ældre kopi af nøglelageret og indpakningsnøglerne; for ${number(sumOfCounts(declared) + sumOfCounts(passed))} er de nøgler ødelagt.`,
      en: `Of all erased records of the log of loans, ${number(sumOfCounts(open))} can still be opened by whoever has an older copy of the key store and the wrapping keys; for ${number(sumOfCounts(declared) + sumOfCounts(passed))} these keys are destroyed.`,
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
      erasuresChart(words, 'circulation', counts.erasures, days),
      erasuresChart(words, 'persons', counts.erasures, months),
      lagChart(words, 'circulation', counts.erasures),
      lagChart(words, 'persons', counts.erasures),
      livingChart(words, report),
      horizonChart(words, report, days),
      headsChart(words, report),
    ],
  })
}
