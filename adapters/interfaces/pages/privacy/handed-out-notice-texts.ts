import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const handedOutNoticeTexts = {
  title: { da: 'Udlevér siden om privatliv', en: 'Hand out the page on privacy' },
  toBorrower: {
    da: 'Udskriv siden, og giv den til låneren. Den er på lånerens sprog. Bliver låneren budt velkommen i en besked, har beskeden et link til den.',
    en: 'Print the page, and give it to the borrower. It is in the language of the borrower. Where the borrower is welcomed by a message, the message has a link to it.',
  },
  toBoth: {
    da: 'Udskriv siden, og giv den til barnet og til værgen. Den siger også, hvad biblioteket gemmer om værgen.',
    en: 'Print the page, and give it to the child and to the guardian. It also says what the library keeps of the guardian.',
  },
  handedOut: { da: 'Udleveret ved skranken', en: 'Handed out at the desk' },
  guardianSaved: {
    da: 'Værgen er registreret. Giv værgen siden om privatliv.',
    en: 'The guardian is registered. Hand out the page on privacy to the guardian.',
  },
  registered: {
    da: 'Låneren er oprettet. Giv låneren siden om privatliv.',
    en: 'The borrower is registered. Hand out the page on privacy to the borrower.',
  },
  tab: { da: 'Privatliv', en: 'Privacy' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
