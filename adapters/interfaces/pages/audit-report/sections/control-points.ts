import { logNames } from '../../../../../domain/event/stream'
import type { AuditReport, VerificationOfReport } from '../../../../processes/running-library/audit-report'
import type { ReportPoint, ReportTable, ReportVerdict } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts, reportPoint } from '../report-parts'
import { logText, reportTexts } from '../report-texts'

const namesOfWitnesses = ({ say }: ReportLanguage, witnesses: ReadonlyArray<string>): string =>
  witnesses.length === 0 ? say(reportTexts.none) : witnesses.join(', ')

const verificationTable = (words: ReportLanguage, { verifications }: AuditReport): ReportTable => {
  const { column, table } = reportParts(words)
  return table(
    'verifications',
    { da: 'Loggene sammenlignet med deres hoveder', en: 'The logs compared with their heads' },
    [
      column('log', 'text', { da: 'Log', en: 'Log' }),
      column('heads', 'number', { da: 'Hoveder kontrolleret', en: 'Heads checked' }),
      column('signed', 'number', { da: 'Underskrevne hændelser', en: 'Signed events' }),
      column('found', 'number', { da: 'Fejl', en: 'Errors' }),
      column('witnesses', 'text', { da: 'Vidner på det nyeste hoved', en: 'Witnesses of the newest head' }),
    ],
    verifications.map(({ log, heads, newestHead, found, witnesses }) => [
      ...[logText(words, log), heads, newestHead, found, namesOfWitnesses(words, witnesses)],
    ]),
    { da: 'Loggene kunne ikke kontrolleres nu.', en: 'The logs could not be verified now.' },
  )
}

/** The newest heads of both logs, with their witnesses. */
const headsTable = (words: ReportLanguage, { heads }: AuditReport): ReportTable => {
  const { say } = words
  const { column, table } = reportParts(words)
  const onDemand = say({ da: 'efter ønske', en: 'on demand' })
  return table(
    'heads',
    { da: 'De nyeste hoveder og deres vidner', en: 'The newest heads and their witnesses' },
    [
      column('log', 'text', { da: 'Log', en: 'Log' }),
      column('closing', 'dayOrMonth', { da: 'Lukket dag eller måned', en: 'Closed day or month' }),
      column('size', 'number', { da: 'Hændelser', en: 'Events' }),
      column('root', 'code', { da: 'Rod', en: 'Root' }),
      column('witnesses', 'text', { da: 'Vidner', en: 'Witnesses' }),
    ],
    logNames.flatMap((log) =>
      heads[log].newest.map(({ closing, size, root, witnesses }) => [
        ...[logText(words, log), closing ?? onDemand, size, root],
        namesOfWitnesses(words, witnesses),
      ]),
    ),
    { da: 'Intet hoved er underskrevet endnu.', en: 'No head is signed yet.' },
  )
}

const chainVerdict = (verifications: ReadonlyArray<VerificationOfReport>, damaged: number): ReportVerdict => {
  if (damaged > 0 || verifications.some(({ found }) => found > 0)) return 'notInOrder'
  const isSigned = verifications.some(({ newestHead }) => newestHead !== null)
  const isWitnessed = verifications.every(({ newestHead, witnesses }) => newestHead === null || witnesses.length > 0)
  return isSigned && isWitnessed ? 'inOrder' : 'toNote'
}

/** That the chain verifies before and after an erasure. */
export const chainPoint = (words: ReportLanguage, report: AuditReport): ReportPoint => {
  const { say, number } = words
  const { figure, check } = reportParts(words)
  const { verifications, completeness } = report
  const damaged = completeness.findings.events.length
  const sum = (member: 'found' | 'heads'): number => verifications.reduce((total, each) => total + each[member], 0)
  const unwitnessed = verifications.filter((each) => each.newestHead !== null && each.witnesses.length === 0).length
  return reportPoint({
    id: 'chain',
    title: say({
      da: 'Er nogen hændelse blevet ændret, før eller efter en sletning?',
      en: 'Was any event altered, before or after an erasure?',
    }),
    verdict: chainVerdict(verifications, damaged),
    answer: say({
      da: `${number(sum('heads'))} underskrevne hoveder er kontrolleret mod loggene; ${number(sum('found'))} afvigelser. ${number(damaged)} hændelser er beskadiget eller mangler i deres strøm. At slette ændrer ingen hændelse, så hvert tidligere bevis gælder stadig. ${unwitnessed > 0 ? `${number(unwitnessed)} log har intet vidne: den, der har ringen, kunne skrive loggen om og underskrive den igen, uden at det ses.` : ''}`.trim(),
      en: `${number(sum('heads'))} signed heads were checked against the logs; ${number(sum('found'))} differences. ${number(damaged)} events are damaged, or missing from their stream. An erasure changes no event, so every earlier proof still holds. ${unwitnessed > 0 ? `Logs without a witness: ${number(unwitnessed)}. Whoever has the ring could rewrite such a log and sign it anew, and nobody would see it.` : ''}`.trim(),
    }),
    figures: [
      figure('headsChecked', { da: 'Hoveder kontrolleret', en: 'Heads checked' }, sum('heads')),
      figure('differences', { da: 'Afvigelser', en: 'Differences' }, sum('found')),
      figure(
        'damagedEvents',
        { da: 'Beskadigede eller manglende hændelser', en: 'Damaged or missing events' },
        damaged,
      ),
      figure('logsWithoutWitness', { da: 'Logge uden vidne', en: 'Logs without a witness' }, unwitnessed),
    ],
    foundBy: say({
      da: 'Træet over hver log (RFC 9162) er sammenlignet med hvert underskrevet hoved. Et hoved underskrives ved hver dags lukning, om personer ved hver måneds.',
      en: 'The tree of each log (RFC 9162) was compared with every signed head. A head is signed with the closing of each day, of persons with that of each month.',
    }),
    checkBy: [
      check(
        { da: 'Den samme kontrol, med hver afvigelse ved navn:', en: 'The same check, with each difference by name:' },
        'glemsom audit verify',
      ),
      check(
        {
          da: 'Enhver kan læse hovedet og træet i de offentlige formater C2SP tlog-checkpoint og tlog-tiles, og kontrollere dem med fremmede programmer, for eksempel Go sumdb:',
          en: 'Anybody can read the head and the tree in the public formats C2SP tlog-checkpoint and tlog-tiles, and verify them by programs of others, such as Go sumdb:',
        },
        '/transparency/circulation/checkpoint',
      ),
      check(
        {
          da: 'Et hoved på papir er også et vidne: læg det i et pengeskab.',
          en: 'A head on paper is a witness too: put it into a safe.',
        },
        'glemsom audit head',
      ),
    ],
    tables: [verificationTable(words, report), headsTable(words, report)],
  })
}

/** That the control really runs. */
export const controlPoint = (words: ReportLanguage, { control, counts: { closings } }: AuditReport): ReportPoint => {
  const { say, number, date } = words
  const { figure, check } = reportParts(words)
  const { unclosedDays, erasingStopped, waitingFor, failed, refusedRuns } = control
  const { firstDay, lastDay, daysClosed, daysNotClosed } = closings
  const problems = daysNotClosed + waitingFor.length + failed.length + refusedRuns.length
  const isRunning = unclosedDays <= 1 && erasingStopped === null && problems === 0 && lastDay !== null
  const span = firstDay === null || lastDay === null ? '–' : `${date(firstDay)} – ${date(lastDay)}`
  return reportPoint({
    id: 'control',
    title: say({ da: 'Kører kontrollen virkelig?', en: 'Does the control really run?' }),
    verdict: isRunning ? 'inOrder' : lastDay === null ? 'toNote' : 'notInOrder',
    answer: say({
      da: `${number(daysClosed)} dage er lukket (${span}), og ${number(daysNotClosed)} dage derimellem er ikke. ${number(unclosedDays)} dage, der er gået, venter på at blive lukket. Sletningen ${erasingStopped === null ? 'er ikke standset' : 'ER STANDSET, til en administrator har bekræftet datoen'}. ${number(failed.length)} fejl, ${number(refusedRuns.length)} afviste erklæringer; den venter på ${number(waitingFor.length)} dele af systemet.`,
      en: `${number(daysClosed)} days are closed (${span}), and ${number(daysNotClosed)} days between them are not. ${number(unclosedDays)} days that are over wait to be closed. Erasing ${erasingStopped === null ? 'is not stopped' : 'IS STOPPED until an administrator has confirmed the date'}. ${number(failed.length)} failures, ${number(refusedRuns.length)} refused declarations; it waits for ${number(waitingFor.length)} parts of the system.`,
    }),
    figures: [
      figure('daysClosed', { da: 'Lukkede dage', en: 'Closed days' }, daysClosed),
      figure('daysNotClosed', { da: 'Huller imellem', en: 'Gaps between them' }, daysNotClosed),
      figure('unclosedDays', { da: 'Venter på at blive lukket', en: 'Wait to be closed' }, unclosedDays),
      figure('refusedRuns', { da: 'Afviste erklæringer', en: 'Refused declarations' }, refusedRuns.length),
      figure('lastClosedDay', { da: 'Senest lukkede dag', en: 'Last closed day' }, lastDay, 'day'),
    ],
    foundBy: say({
      da: 'Lukningerne er talt i loggen. Hver dag lukkes, også helligdage, og det, der skal slettes med den, slettes bagefter. Tilstanden er spurgt hos den tjeneste, der sletter.',
      en: 'The closings were counted in the log. Each day is closed, holidays included, and what falls due with it is erased after that. The status was asked of the service that erases.',
    }),
    checkBy: [
      check({ da: 'Tilstanden nu:', en: 'The status now:' }, 'glemsom retention status'),
      check({ da: 'Den samme, til jeres overvågning:', en: 'The same, for your monitoring:' }, '/health'),
      check(
        {
          da: 'Tæl selv hændelserne DayClosed i eksportens fil circulation.jsonl: der skal være én for hver dag.',
          en: 'Count the events DayClosed in the file circulation.jsonl of the export: there must be one for each day.',
        },
        'grep -c \'"type":"DayClosed"\' /srv/eksport/circulation.jsonl',
      ),
    ],
  })
}
