import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { DataReader } from './personal-data'

/** The texts of the page that are not those of the promises table. */
const texts = {
  heading: { da: 'Det gemmer biblioteket om låneren', en: 'What the library holds about the borrower' },
  name: { da: 'Navn', en: 'Name' },
  number: { da: 'Lånernummer', en: 'Borrower number' },
  madeOn: { da: 'Opgjort den', en: 'Made on' },
  otherLanguage: { da: 'In English', en: 'På dansk' },
  download: { da: 'Hent det hele', en: 'Download all' },
  downloadText: {
    da: 'Filen har de samme oplysninger som siden, og de numre og måneder, som kun programmer bruger. Den kan læses af andre systemer (JSON).',
    en: 'The file has the same data as this page, and the numbers and months that only programs use. Other systems can read it (JSON).',
  },
  correct: { da: 'Ret det, der er forkert', en: 'Correct what is wrong' },
  correctSelf: { da: 'Låneren kan selv ændre', en: 'The borrower can change' },
  correctStaff: {
    da: 'Personalet retter det, når låneren beder om det',
    en: 'Staff correct it when the borrower asks',
  },
  corrected: {
    da: 'Det, der er ændret eller rettet, vises ikke mere, og kan ikke læses af nogen. Det slettes, som der står ud for det.',
    en: 'What was changed or put right is not shown any more, and nobody can read it. It is erased as it says beside it.',
  },
  erase: { da: 'Bliv slettet', en: 'Be forgotten' },
  eraseNow: {
    da: 'Intet lån, gebyr eller andet af det, som siden viser, står i vejen. Bed om det på biblioteket: alt slettes med det samme.',
    en: 'No loan, fee or anything else on this page stands in the way. Ask for it at the library: everything is erased at once.',
  },
  eraseLater: {
    da: 'Det kan ske, når dette er afleveret, afsluttet eller betalt:',
    en: 'It can happen once this is returned, ended or paid:',
  },
  eraseHold: {
    da: 'Et stop for sletning, som en sag kræver, kan også stå i vejen, uden at det må vises her.',
    en: 'A legal hold that a case needs may stand in the way too, and may not be shown here.',
  },
  kinds: { da: 'Oplysningerne', en: 'The data' },
  kindsText: {
    da: 'En oplysning gemmes, så længe den gælder. Ud for hver står, hvornår den slettes, når den er ændret eller slut. Et stop for sletning, som en sag kræver, kan udsætte det.',
    en: 'Data is held as long as it is in force. Each says when it is erased after it was changed or has ended. A legal hold that a case needs can put that off.',
  },
  purpose: { da: 'Hvorfor', en: 'Why' },
  legalBasis: { da: 'Retsgrundlag', en: 'Legal basis' },
  until: { da: 'Slettes', en: 'Erased' },
  seenBy: { da: 'Ses af', en: 'Seen by' },
  changedBy: { da: 'Ændres af', en: 'Changed by' },
  nobody: { da: 'ingen', en: 'nobody' },
  borrower: { da: 'låneren', en: 'the borrower' },
  staff: { da: 'personalet', en: 'staff' },
  administrator: { da: 'den systemansvarlige', en: 'the administrator' },
  dutyOfficer: { da: 'vagten', en: 'the duty officer' },
  videoInvestigator: { da: 'godkendt personale', en: 'approved staff' },
  guardian: { da: 'værgen', en: 'the guardian' },
  nothing: { da: 'Biblioteket gemmer intet her.', en: 'The library holds nothing here.' },
  seenByNobody: { da: 'Ingen kan se det.', en: 'Nobody can see it.' },
  withheld: {
    da: 'Vises ikke her. Siden siger heller ikke, om der er noget.',
    en: 'Not shown here. The page does not say either whether there is anything.',
  },
  damaged: {
    da: 'En del af oplysningerne kan ikke læses lige nu. Spørg på biblioteket.',
    en: 'Some of the data cannot be read just now. Ask at the library.',
  },
  Loans: { da: 'lån', en: 'loans' },
  Reservations: { da: 'reserveringer', en: 'reservations' },
  SetAsides: { da: 'eksemplarer sat til side', en: 'copies set aside' },
  UnfinishedPayments: { da: 'betalinger, der ikke er bogført færdigt', en: 'payments that are not recorded in full' },
  UnpaidReimbursements: {
    da: 'beløb, som biblioteket skylder og ikke har betalt tilbage',
    en: 'amounts that the library owes and has not paid back',
  },
  ExplainedLegalHolds: { da: 'stop for sletning, som en sag kræver', en: 'legal holds that a case needs' },
  Owed: { da: 'skyldes', en: 'owed' },
} satisfies Record<string, TextInBothLanguages>

export type PersonalDataText = keyof typeof texts

/** The text of a name in a language. */
export type PersonalDataTexts = (name: PersonalDataText) => string

/** The texts that address the borrower who reads the page. */
const textsForBorrower: Readonly<Partial<Record<PersonalDataText, TextInBothLanguages>>> = {
  heading: { da: 'Det gemmer biblioteket om dig', en: 'What the library holds about you' },
  borrower: { da: 'dig', en: 'you' },
  correctSelf: { da: 'Du kan selv ændre', en: 'You can change' },
  correctStaff: { da: 'Personalet retter det, når du beder om det', en: 'Staff correct it when you ask' },
}

/** The texts of the page in a language, for who reads it. */
export const personalDataTextsIn =
  (language: MessageLanguage, reader: DataReader): PersonalDataTexts =>
  (name) =>
    (reader === 'borrower' ? (textsForBorrower[name] ?? texts[name]) : texts[name])[language]
