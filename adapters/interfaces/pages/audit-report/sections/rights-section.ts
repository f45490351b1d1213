import { notesRequestAnsweredBy } from '../../../../../domain/policy/notes-request-policy'
import { daysBetween, type Day } from '../../../../../domain/values/day'
import { sumOfCounts } from '../../../../../retention/audit-report/counts'
import type { CountedEventType } from '../../../../../retention/audit-report/events-by-month'
import type { AuditReport } from '../../../../processes/running-library/audit-report'
import type { ReportCell, ReportSection, ReportTable } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts, reportSection } from '../report-parts'
import { reportTexts } from '../report-texts'
import { columnOfEvent, monthlyTable } from './monthly-tables'

const someDay = '2026-01-01' as Day
const daysToAnswerNotes = daysBetween(someDay)(notesRequestAnsweredBy(someDay))

/** Each right: what was received, answered and refused in all months, and what the log does not know. */
const rightsTable = (words: ReportLanguage, { counts }: AuditReport): ReportTable => {
  const { say, number } = words
  const { column, table } = reportParts(words)
  const notRecorded = say(reportTexts.notRecorded)
  const all = (...events: ReadonlyArray<CountedEventType>): number =>
    events.reduce((sum, event) => sum + sumOfCounts(counts.events[event]), 0)
  const oneMonth = say({ da: 'en måned', en: 'one month' })
  const rows: ReadonlyArray<ReadonlyArray<ReportCell>> = [
    [
      say({
        da: 'Artikel 15: indsigt, som låneren selv henter på Mine data',
        en: 'Article 15: access, which borrowers get themselves on My data',
      }),
      ...[say({ da: 'straks', en: 'at once' }), notRecorded, notRecorded, notRecorded],
    ],
    [
      say({ da: 'Artikel 15: indsigt i personalets noter', en: 'Article 15: access to the notes of staff' }),
      say({
        da: `${number(daysToAnswerNotes)} dage (bibliotekets egen frist)`,
        en: `${number(daysToAnswerNotes)} days (the library's own deadline)`,
      }),
      ...[all('NotesRequested'), all('NotesRequestAnswered')],
      say({ da: 'står forseglet i svaret', en: 'stands sealed in the answer' }),
    ],
    [
      say({ da: 'Artikel 15, ad anden vej (brev, skranke)', en: 'Article 15, in another way (letter, desk)' }),
      ...[oneMonth, notRecorded, notRecorded, notRecorded],
    ],
    [
      say({
        da: 'Artikel 16: berigtigelse. Ændringer, også dem uden anmodning (flytning i CPR)',
        en: 'Article 16: rectification. Changes, also those without a request (moves in the CPR register)',
      }),
      ...[oneMonth, notRecorded],
      ...[all('ContactChanged', 'IdentityChanged', 'PreferencesChanged', 'GuardianCorrected'), notRecorded],
    ],
    [
      say({ da: 'Artikel 17: sletning af låneren', en: 'Article 17: erasure of the borrower' }),
      ...[say({ da: 'straks', en: 'at once' }), all('ErasureRequested'), sumOfCounts(counts.erasedOnRequest)],
      say({
        da: 'registreres ikke: det, der står i vejen (lån, gæld), siges straks',
        en: 'not recorded: what stands in the way (loans, debt) is said at once',
      }),
    ],
    [
      say({ da: 'Artikel 18: begrænsning af behandling', en: 'Article 18: restriction of processing' }),
      oneMonth,
      notRecorded,
      notRecorded,
      notRecorded,
    ],
    [
      say({ da: 'Artikel 21: indsigelse', en: 'Article 21: objection' }),
      oneMonth,
      notRecorded,
      notRecorded,
      notRecorded,
    ],
    [
      say({
        da: 'Artikel 7, stk. 3: samtykke til lånehistorik trukket tilbage',
        en: 'Article 7(3): consent to a history of loans withdrawn',
      }),
      ...[
        say({ da: 'ved månedens lukning', en: 'with the closing of the month' }),
        all('HistoryConsentWithdrawn'),
        all('HistoryConsentWithdrawn'),
        0,
      ],
    ],
  ]
  return table(
    'rights',
    { da: 'Rettigheder, alle lukkede måneder', en: 'Rights, all closed months' },
    [
      column('right', 'text', { da: 'Rettighed', en: 'Right' }),
      column('deadline', 'text', { da: 'Frist', en: 'Deadline' }),
      column('received', 'number', { da: 'Modtaget', en: 'Received' }),
      column('answered', 'number', { da: 'Efterkommet', en: 'Answered' }),
      column('refused', 'number', { da: 'Afvist', en: 'Refused' }),
    ],
    rows,
  )
}

/** What borrowers asked for, by month (GDPR Articles 12, 15 to 18, 21). */
export const rightsSection = (words: ReportLanguage, report: AuditReport): ReportSection => {
  const { say } = words
  const ofEvent = columnOfEvent(report)
  return reportSection({
    id: 'rights',
    title: say({
      da: 'Anmodninger fra lånere (artikel 12, 15 til 18 og 21)',
      en: 'Requests of borrowers (Articles 12, 15 to 18 and 21)',
    }),
    paragraphs: [
      say({
        da: 'Loven giver en måned til at svare (artikel 12, stk. 3). Systemet tæller kun de anmodninger, som det selv behandler. Hvor der står «registreres ikke», har loggen ingen hændelse: spørg dem, der modtager breve og mails, om deres journal. Tallene er efter måned, aldrig efter dag.',
        en: 'The law gives one month to answer (Article 12(3)). The system counts only requests that it handles itself. Where it says “not recorded”, the log has no event: ask those who receive letters and e-mails for their files. The figures are by month, never by day.',
      }),
      say({
        da: 'Om svaret på en anmodning om noter kom inden fristen, står forseglet hos låneren og kan ikke læses her. Personalet ser de ubesvarede på listen over noter.',
        en: 'Whether a request for notes was answered in time stands sealed with the borrower and cannot be read here. Staff see the unanswered ones on the list of notes.',
      }),
    ],
    tables: [
      rightsTable(words, report),
      monthlyTable(words, report, 'requestsByMonth', { da: 'Anmodninger efter måned', en: 'Requests by month' }, [
        ofEvent('NotesRequested', { da: 'Noter ønsket set', en: 'Notes asked for' }),
        ofEvent('NotesRequestAnswered', { da: 'Noter: besvaret', en: 'Notes: answered' }),
        ofEvent('ErasureRequested', { da: 'Sletning ønsket', en: 'Erasure asked for' }),
        {
          id: 'erasedOnRequest',
          heading: { da: 'Slettet efter ønske', en: 'Erased on request' },
          ...{ counts: report.counts.erasedOnRequest, log: 'persons' },
        },
        ofEvent('HistoryConsentGiven', { da: 'Samtykke givet', en: 'Consent given' }),
        ofEvent('HistoryConsentWithdrawn', { da: 'Samtykke trukket tilbage', en: 'Consent withdrawn' }),
      ]),
      monthlyTable(
        words,
        report,
        'changesByMonth',
        {
          da: 'Rettede oplysninger og sletning uden anmodning, efter måned',
          en: 'Corrected data, and erasure without a request, by month',
        },
        [
          ofEvent('ContactChanged', { da: 'Kontaktoplysninger', en: 'Contact details' }),
          ofEvent('IdentityChanged', { da: 'Hvem låneren er', en: 'Who the borrower is' }),
          ofEvent('PreferencesChanged', { da: 'Filial og sprog', en: 'Branch and language' }),
          ofEvent('GuardianCorrected', { da: 'Værge', en: 'Guardian' }),
          ofEvent('ErasureAnnounced', { da: 'Sletning varslet (inaktiv)', en: 'Erasure announced (inactive)' }),
          ofEvent('BorrowerLapsed', { da: 'Slettet som inaktiv', en: 'Erased as inactive' }),
        ],
      ),
      monthlyTable(
        words,
        report,
        'holdsAndLooksByMonth',
        { da: 'Slettestop, opslag og video, efter måned', en: 'Legal holds, looks and video, by month' },
        [
          ofEvent('HoldSet', { da: 'Slettestop sat', en: 'Holds set' }),
          ofEvent('HoldReleased', { da: 'Slettestop ophævet', en: 'Holds released' }),
          ofEvent('AccessRecorded', { da: 'Opslag på lånere', en: 'Openings of records' }),
          ofEvent('ServerLogOpened', { da: 'Serverlog åbnet', en: 'Server log opened' }),
          ofEvent('FootageViewed', { da: 'Optagelser set', en: 'Recordings viewed' }),
          ofEvent('LiveVideoViewed', { da: 'Levende billede set', en: 'Live picture viewed' }),
          ofEvent('VideoRequestRefused', { da: 'Video: afvist', en: 'Video: refused' }),
        ],
      ),
    ],
  })
}
