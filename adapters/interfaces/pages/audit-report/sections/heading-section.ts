import { logNames } from '../../../../../domain/event/stream'
import type { AuditReport } from '../../../../processes/running-library/audit-report'
import type { ReportPoint, ReportSection, ReportTable, ReportVerdict } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts, reportSection } from '../report-parts'
import { logText, reportTexts } from '../report-texts'

const logsTable = (words: ReportLanguage, { logs, heads }: AuditReport): ReportTable => {
  const { column, table } = reportParts(words)
  return table(
    'logs',
    { da: 'Hvad rapporten er lavet af', en: 'What the report was made from' },
    [
      column('log', 'text', { da: 'Log', en: 'Log' }),
      column('asOf', 'dayOrMonth', { da: 'Læst til og med', en: 'Read up to and including' }),
      column('events', 'number', { da: 'Hændelser', en: 'Events' }),
      column('position', 'code', { da: 'Sidste position', en: 'Last position' }),
      column('headSize', 'number', { da: 'Nyeste underskrevne hoved: hændelser', en: 'Newest signed head: events' }),
      column('headRoot', 'code', { da: 'Nyeste underskrevne hoved: rod', en: 'Newest signed head: root' }),
      column('sha256', 'code', { da: 'SHA-256 af eksportens linjer', en: 'SHA-256 of the lines of an export' }),
    ],
    logNames.map((log) => {
      const [head] = heads[log].newest
      const { asOf, events, position, sha256 } = logs[log]
      return [logText(words, log), asOf, events, position, head?.size ?? null, head?.root ?? null, sha256]
    }),
  )
}

const verdictsText = ({ say, number }: ReportLanguage, points: ReadonlyArray<ReportPoint>): string => {
  const count = (verdict: ReportVerdict): string => number(points.filter((point) => point.verdict === verdict).length)
  return say({
    da: `Af ${number(points.length)} punkter, som en databeskyttelsesrådgiver kontrollerer, er ${count('inOrder')} i orden, ${count('notInOrder')} IKKE i orden, ${count('toNote')} til eftertanke, og ${count('notRecorded')} er noget, som systemet ikke registrerer.`,
    en: `Of ${number(points.length)} points that a data protection officer checks, ${count('inOrder')} are in order, ${count('notInOrder')} are NOT in order, ${count('toNote')} are for you to consider, and ${count('notRecorded')} are something that the system does not record.`,
  })
}

const controllerName = ({ say }: ReportLanguage, { contacts: { controller } }: AuditReport): string =>
  controller.name ?? say(reportTexts.notTold)

/** What the library is, what the report was made from, and how it came out. */
export const headingSection = (
  words: ReportLanguage,
  report: AuditReport,
  points: ReadonlyArray<ReportPoint>,
): ReportSection => {
  const { say, number, date } = words
  const { madeOn, isDemo, branches, logs, completeness } = report
  const month = logs.persons.asOf
  return reportSection({
    id: 'summary',
    title: say({ da: 'Sammenfatning', en: 'Summary' }),
    paragraphs: [
      verdictsText(words, points),
      say({
        da: `Dataansvarlig: ${controllerName(words, report)}. Systemet fører bibliotekets udlån, reserveringer, gebyrer og beskeder, dets lånere og dets videoovervågning. Filialer i politikken: ${number(branches)}. Bibliotekets id: ${completeness.library}.${isDemo ? ' Det er et demonstrationsbibliotek; ingen af dets lånere findes.' : ''}`,
        en: `Controller: ${controllerName(words, report)}. The system runs the loans, reservations, fees and messages of the library, its borrowers and its video surveillance. Branches in the policy: ${number(branches)}. Id of the library: ${completeness.library}.${isDemo ? ' It is a demonstration library; none of its borrowers exists.' : ''}`,
      }),
      say({
        da: `Rapporten er af ${date(madeOn)}. Den er lavet uden nogen nøgle: ingen personlige oplysninger er åbnet, og ingen person er nævnt. Alt, hvad der sker, står som hændelser i to logge. Udlånsloggen har lån, reserveringer, gebyrer, beskeder, video og hvem der så hvad; den er læst til i dag. Personloggen har lånere og værger; den er læst til den sidste lukkede måned${month === null ? ', og ingen er lukket endnu' : `, ${date(month)}`}: om personer siges kun måneder, for dage ville kunne vise, hvem der lånte hvad.`,
        en: `The report is of ${date(madeOn)}. It was made without any key: no personal data was opened, and no person is named. All that happens stands as events in two logs. The log of loans has loans, reservations, fees, messages, video and who looked at what; it is read up to today. The log of persons has borrowers and guardians; it is read up to its last closed month${month === null ? ', and none is closed yet' : `, ${date(month)}`}: of persons it tells months only, because days could show who borrowed what.`,
      }),
      say({
        da: 'Ord: En sag er det, der slettes samlet og har sin egen nøgle, for eksempel et lån, et gebyr eller en adresse. At slette er at ødelægge nøglen, så ingen kan læse sagen igen. Et certifikat er bibliotekets underskrevne erklæring om, at det er sket. Et hoved er en underskrift på alle hændelser i en log. Nøglelageret har sagernes nøgler, pakket ind. Ringen har de indpakningsnøgler, som pakker dem ud; en ny kommer hver dag, og den gamle ligger nogle dage i deponering og ødelægges så.',
        en: 'Words: A record is what is erased as one and has a key of its own, such as a loan, a fee or an address. To erase is to destroy the key, so that nobody can read the record again. A certificate is the signed statement of the library that this has happened. A head is a signature over all events of a log. The key store has the keys of the records, wrapped. The ring has the wrapping keys that unwrap them; a new one comes each day, and the old one lies in escrow for some days and is then destroyed.',
      }),
      say({
        da: 'Rapporten kan laves igen: den, der har de to logge til og med de positioner, der står her, og ingen hændelse mere, får de samme tal. Summen (SHA-256) er den, som `glemsom audit export` skriver.',
        en: 'The report can be made again: whoever has both logs up to the positions given here, and no event more, gets the same figures. The digest (SHA-256) is the one that `glemsom audit export` writes.',
      }),
    ],
    tables: [logsTable(words, report)],
  })
}
