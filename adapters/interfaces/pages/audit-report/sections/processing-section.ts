import type { Contact } from '../../../../../domain/policy/contacts'
import type { PersonWithAccess } from '../../../../../retention/promises/kind-of-data'
import { listKindsOfData } from '../../../../../retention/promises/kinds-of-data'
import type { AuditReport } from '../../../../processes/running-library/audit-report'
import { personalDataTextsIn } from '../../personal-data/personal-data-texts'
import type { ReportSection, ReportTable } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts, reportSection } from '../report-parts'
import { reportTexts } from '../report-texts'

const kindsTable = (words: ReportLanguage): ReportTable => {
  const { column, table } = reportParts(words)
  const text = personalDataTextsIn(words.language, 'staff')
  const people = (persons: ReadonlyArray<PersonWithAccess>): string =>
    persons.length === 0 ? text('nobody') : persons.map((person) => text(person)).join(', ')
  return table(
    'kindsOfData',
    { da: 'Slags oplysninger', en: 'Kinds of data' },
    [
      column('kind', 'text', { da: 'Slags oplysninger', en: 'Kind of data' }),
      column('purpose', 'text', { da: 'Formål', en: 'Purpose' }),
      column('legalBasis', 'text', { da: 'Retsgrundlag', en: 'Legal basis' }),
      column('end', 'text', { da: 'Slettes', en: 'Erased' }),
      column('seenBy', 'text', { da: 'Hvem kan se dem', en: 'Who can see it' }),
    ],
    listKindsOfData().map(([, { name, purpose, legalBasis, end, seenBy }]) => [
      ...[name, purpose, legalBasis, end].map(words.say),
      people(seenBy),
    ]),
  )
}

const contactText = ({ say }: ReportLanguage, { name, address, phone, email }: Contact): string => {
  const values = [name, address, phone, email].filter((value) => value !== undefined)
  return values.length === 0 ? say(reportTexts.notTold) : values.join(', ')
}

const contactsTable = (words: ReportLanguage, { contacts }: AuditReport): ReportTable => {
  const { say } = words
  const { column, table } = reportParts(words)
  return table(
    'contacts',
    { da: 'Hvem der svarer', en: 'Who answers' },
    [column('role', 'text', { da: 'Rolle', en: 'Role' }), column('contact', 'text', { da: 'Kontakt', en: 'Contact' })],
    [
      [say({ da: 'Dataansvarlig', en: 'Controller' }), contactText(words, contacts.controller)],
      [
        say({ da: 'Databeskyttelsesrådgiver', en: 'Data protection officer' }),
        contactText(words, contacts.dataProtectionOfficer),
      ],
      [say({ da: 'Tilsynsmyndighed', en: 'Supervisory authority' }), contactText(words, contacts.supervisoryAuthority)],
    ],
  )
}

const placesTable = (words: ReportLanguage, { processing }: AuditReport): ReportTable => {
  const { column, table } = reportParts(words)
  const countries = new Intl.DisplayNames(words.language === 'da' ? 'da-DK' : 'en-GB', { type: 'region' })
  return table(
    'places',
    { da: 'Steder og databehandlere', en: 'Places and processors' },
    [
      column('name', 'text', { da: 'Sted eller databehandler', en: 'Place or processor' }),
      column('task', 'text', { da: 'Opgave', en: 'Task' }),
      column('country', 'text', { da: 'Land', en: 'Country' }),
    ],
    processing.map(({ name, task, country }) => [name, task, `${countries.of(country) ?? country} (${country})`]),
    {
      da: 'Ikke oplyst: politikken nævner ingen steder og ingen databehandlere (processing).',
      en: 'Not told: the policy names no places and no processors (processing).',
    },
  )
}

/** The record of processing (GDPR Article 30), and where and by whom data is processed. */
export const processingSection = (words: ReportLanguage, report: AuditReport): ReportSection => {
  const { say, number } = words
  return reportSection({
    id: 'processing',
    title: say({
      da: 'Fortegnelsen (artikel 30), steder og databehandlere',
      en: 'The record of processing (Article 30), places and processors',
    }),
    paragraphs: [
      say({
        da: `Systemet behandler ${number(listKindsOfData().length)} slags oplysninger om lånere, værger og andre, som tabellen siger. Programmet kontrollerer sig selv mod tabellen: et personligt felt, der ikke står i den, får bygningen til at slå fejl.`,
        en: `The system processes ${number(listKindsOfData().length)} kinds of data on borrowers, guardians and others, as the table says. The program checks itself against the table: a personal field that is not in it makes the build fail.`,
      }),
      say({
        da: 'Steder og databehandlere er dem, som politikken nævner. Systemet kan ikke se, hvor dets maskiner står: kontrollér dem mod jeres aftaler.',
        en: 'Places and processors are those that the policy names. The system cannot see where its machines stand: compare them with your agreements.',
      }),
    ],
    tables: [contactsTable(words, report), placesTable(words, report), kindsTable(words)],
  })
}
