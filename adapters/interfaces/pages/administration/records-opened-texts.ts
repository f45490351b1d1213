import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

type Texts = Readonly<Record<string, TextInBothLanguages>>

/** What the page on openings of records says. */
export const recordsOpenedTexts = {
  lead: {
    da: 'Her står, hvem i denne måned har set en låners oplysninger, og hvorfor, så biblioteket kan spørge, om grunden holder. En dag kommer med, når den er afsluttet. Låneren ser det samme uden medarbejdernummer.',
    en: 'This is who has looked at the record of a borrower in this month, and why, so that the library can ask whether the reason holds. A day is here once it is closed. The borrower sees the same without the staff number.',
  },
  borrower: { da: 'Låner (id)', en: 'Borrower (id)' },
  opened: { da: 'Hvad', en: 'What' },
  staffNumber: { da: 'Medarbejdernummer', en: 'Staff number' },
  none: { da: 'Ingen er noteret i denne måned.', en: 'Nobody is recorded in this month.' },
} as const satisfies Texts

/** What the page on disclosures says. */
export const disclosuresTexts = {
  lead: {
    da: 'Her står, i hvilken måned biblioteket har givet oplysninger videre, til hvem og på hvilket grundlag. Der står ikke om hvem: det ser låneren selv.',
    en: 'This is in which month the library has disclosed data, to whom and on which basis. It does not say of whom: the borrower sees it.',
  },
  month: { da: 'Måned', en: 'Month' },
  recipient: { da: 'Til hvem', en: 'To whom' },
  basis: { da: 'Grundlag', en: 'Basis' },
  caseNumber: { da: 'Journalnummer', en: 'Case number' },
  none: {
    da: 'Biblioteket har ikke givet oplysninger videre i de sidste fem år.',
    en: 'The library has disclosed no data in the last five years.',
  },
} as const satisfies Texts
