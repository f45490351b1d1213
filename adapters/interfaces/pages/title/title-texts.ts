import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const titleTexts = {
  title: { da: 'Titel', en: 'Title' },
  author: { da: 'Forfatter', en: 'Author' },
  titleNumber: { da: 'Titelnummer (FAUST)', en: 'Title number (FAUST)' },
  queue: { da: 'Antal reserveringer', en: 'Number of reservations' },
  reserve: { da: 'Reserver', en: 'Reserve' },
  logInFirst: {
    da: 'Du bliver bedt om at logge ind, hvis du ikke er logget ind. Ingen ved, hvem der ser på denne side.',
    en: 'You are asked to log in if you are not logged in. Nobody knows who looks at this page.',
  },
  copies: { da: 'Eksemplarer', en: 'Copies' },
  noCopies: { da: 'Biblioteket har ingen eksemplarer længere.', en: 'The library has no copies any more.' },
  branch: { da: 'Filial', en: 'Branch' },
  shelfMark: { da: 'Opstilling', en: 'Shelf mark' },
  volume: { da: 'Bind eller hæfte', en: 'Volume or issue' },
  state: { da: 'Status', en: 'State' },
  count: { da: 'Antal', en: 'Number' },
  ageLimit: { da: 'Aldersgrænse', en: 'Age limit' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** Where a copy is, as anybody may know it. */
export const copyStatusTexts = {
  onShelf: { da: 'Hjemme', en: 'On the shelf' },
  onLoan: { da: 'Udlånt', en: 'On loan' },
  onPullList: { da: 'Reserveret', en: 'Reserved' },
  setAside: { da: 'Reserveret', en: 'Reserved' },
  inTransit: { da: 'Undervejs', en: 'In transit' },
  ready: { da: 'Reserveret', en: 'Reserved' },
  missing: { da: 'Savnet', en: 'Missing' },
  lost: { da: 'Bortkommet', en: 'Lost' },
  withdrawn: { da: 'Kasseret', en: 'Withdrawn' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
