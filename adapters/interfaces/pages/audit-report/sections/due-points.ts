import { addDays } from '../../../../../domain/values/day'
import type { ScopeProblem } from '../../../../../retention/completeness/compare-scopes-with-keys'
import { sumOfClassCounts } from '../../../../../retention/completeness/completeness-report'
import { sumOfCounts } from '../../../../../retention/audit-report/counts'
import type { AuditReport } from '../../../../processes/running-library/audit-report'
import type { ReportPoint } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts, reportPoint } from '../report-parts'
import { exportChecks } from './export-checks'

const countFindings = ({ completeness: { findings } }: AuditReport, ...problems: ReadonlyArray<ScopeProblem>): number =>
  findings.scopes.filter(({ problem }) => problems.includes(problem)).length

/** An independent list of what was due. */
export const dueListPoint = (words: ReportLanguage, report: AuditReport): ReportPoint => {
  const { say, number } = words
  const { figure, check } = reportParts(words)
  const { circulation, persons } = report.counts.erasures
  const [due, erased] = [
    sumOfCounts(circulation.due) + sumOfCounts(persons.due),
    sumOfCounts(circulation.erased) + sumOfCounts(persons.erased),
  ]
  const unjustified = countFindings(report, 'declaredNotDue', 'declaredUnnamed')
  const yesterday = addDays(-1)(report.madeOn)
  return reportPoint({
    id: 'dueList',
    title: say({ da: 'En uafhængig liste over, hvad der skulle slettes', en: 'An independent list of what was due' }),
    verdict: unjustified === 0 ? 'inOrder' : 'notInOrder',
    answer: say({
      da: `Efter loggene er ${number(due)} sager kommet til at skulle slettes, siden biblioteket begyndte. ${number(erased)} af dem er slettet og har et certifikat; ${number(due - erased)} er ikke slettet endnu. ${number(unjustified)} sager er slettet, uden at loggen giver grund til det.`,
      en: `By the logs, ${number(due)} records have become due for erasure since the library began. ${number(erased)} of them are erased and have a certificate; ${number(due - erased)} are not erased yet. ${number(unjustified)} records were erased without a reason in the log.`,
    }),
    figures: [
      figure('due', { da: 'Skulle slettes', en: 'Due' }, due),
      figure('erased', { da: 'Slettet med certifikat', en: 'Erased with a certificate' }, erased),
      figure('notErasedYet', { da: 'Ikke slettet endnu', en: 'Not erased yet' }, due - erased),
      figure(
        'unjustified',
        { da: 'Slettet uden grund i loggen', en: 'Erased without a reason in the log' },
        unjustified,
      ),
    ],
    foundBy: say({
      da: 'Regnet ud af hændelsernes åbne dele alene: for hver sag den hændelse, der startede fristen, og sletteklassens frist. Sletningens egen liste er ikke brugt.',
      en: 'Computed from the open parts of the events alone: for each record the event that started its period, and the period of its class. The list that the erasure works by was not used.',
    }),
    checkBy: [
      check(
        { da: 'Listen for en dag, sag for sag:', en: 'The list of a day, record by record:' },
        `glemsom audit due --at ${yesterday}`,
      ),
      check({ da: 'Det samme som side:', en: 'The same as a page:' }, `/revision/forfald?at=${yesterday}`),
      ...exportChecks(words),
    ],
  })
}

/** Zero overdue, and the spread of the lag. */
export const overduePoint = (words: ReportLanguage, report: AuditReport): ReportPoint => {
  const { say, number } = words
  const { figure, check } = reportParts(words)
  const { completeness, counts } = report
  const { circulation } = counts.erasures
  const overdue = countFindings(report, 'overdue')
  const others = completeness.findings.scopes.length - overdue
  const [erased, onTime] = [sumOfCounts(circulation.lag), circulation.lag.get(0) ?? 0]
  const longest = Math.max(0, ...circulation.lag.keys())
  return reportPoint({
    id: 'overdue',
    title: say({
      da: 'Er noget over tiden, og hvor lang tid tager sletningen?',
      en: 'Is anything overdue, and how long do erasures take?',
    }),
    verdict: overdue + others === 0 ? 'inOrder' : 'notInOrder',
    answer: say({
      da: `${number(overdue)} sager er over tiden. I udlånsloggen blev ${number(onTime)} af ${number(erased)} sager slettet på den første dag, det kunne ske; længst varede det ${number(longest)} dage. Sammenligningen af logge og nøgler fandt i øvrigt ${number(others)} fejl.`,
      en: `${number(overdue)} records are overdue. In the log of loans ${number(onTime)} of ${number(erased)} records were erased on the first day on which it could happen; the longest took ${number(longest)} days. The comparison of logs and keys found ${number(others)} other errors.`,
    }),
    figures: [
      figure('overdue', { da: 'Over tiden', en: 'Overdue' }, overdue),
      figure('otherFindings', { da: 'Andre fejl', en: 'Other errors' }, others),
      figure(
        'named',
        { da: 'Sager i loggene', en: 'Records in the logs' },
        sumOfClassCounts(completeness.classes, 'named'),
      ),
      figure(
        'erased',
        { da: 'Heraf slettet', en: 'Of these erased' },
        sumOfClassCounts(completeness.classes, 'erased'),
      ),
      figure(
        'living',
        { da: 'Heraf med nøgle', en: 'Of these with a key' },
        sumOfClassCounts(completeness.classes, 'living'),
      ),
      figure('longestLag', { da: 'Længste tid, dage', en: 'Longest time, days' }, longest),
    ],
    foundBy: say({
      da: 'Hver sag i loggene er sammenlignet med nøglelageret, begge veje: sager, der skulle være slettet og har en nøgle; nøgler, som ingen hændelse nævner; sager uden nøgle, der ikke er slettet. Tiden regnes fra den dag, sagen kunne slettes, til dagen på certifikatet.',
      en: 'Every record in the logs was compared with the key store, both ways: records that should have been erased and have a key; keys that no event names; records without a key that are not erased. The time counts from the day on which the record could be erased to the day of its certificate.',
    }),
    checkBy: [
      check(
        { da: 'Sammenligningen, med hver fejl ved navn:', en: 'The comparison, with each error by name:' },
        'glemsom audit completeness',
      ),
      ...exportChecks(words),
      check(
        {
          da: 'Det samme med en kopi af nøglefilerne, så listen over nøgler ikke skal tros:',
          en: 'The same with a copy of the key files, so that the list of keys need not be believed:',
        },
        'glemsom-verify /srv/eksport --key bibliotek.pem --keys /srv/kopi-af-keys',
      ),
    ],
  })
}
