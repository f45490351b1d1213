import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const reservationsTexts = {
  title: { da: 'Reserveringer', en: 'Reservations' },
  mine: { da: 'Mine reserveringer', en: 'My reservations' },
  none: { da: 'Du har ingen reserveringer.', en: 'You have no reservations.' },
  state: { da: 'Status', en: 'State' },
  queueNumber: { da: 'Nummer i køen', en: 'Place in the queue' },
  pickUpNumber: { da: 'Afhentningsnummer', en: 'Pick-up number' },
  pickUpBy: { da: 'Hentes senest', en: 'Pick up by' },
  pickUpBranch: { da: 'Hentes på', en: 'Pick up at' },
  interestUntil: { da: 'Interessedato', en: 'Last day of interest' },
  madeAt: { da: 'Reserveret', en: 'Reserved at' },
  volume: { da: 'Bind eller hæfte', en: 'Volume or issue' },
  parallelTo: { da: 'Parallelt med', en: 'In parallel with' },
  parallelText: { da: 'den første, du får, annullerer de andre', en: 'the first that you get cancels the others' },
  forgotten: { da: 'Glemmes', en: 'Forgotten' },
  forgottenText: {
    da: 'når du har lånt materialet, eller reserveringen er annulleret eller udløbet',
    en: 'when you have borrowed the material, or the reservation is cancelled or has expired',
  },
  changeOrCancel: { da: 'Ret eller annuller', en: 'Change or cancel' },
  change: { da: 'Gem', en: 'Save' },
  changed: { da: 'Reserveringen er rettet.', en: 'The reservation is changed.' },
  cancel: { da: 'Annuller reserveringen', en: 'Cancel the reservation' },
  cancelled: {
    da: 'Reserveringen er annulleret og glemt.',
    en: 'The reservation is cancelled and forgotten.',
  },
  make: { da: 'Reserver en titel', en: 'Reserve a title' },
  titleNumber: { da: 'Titelnummer (FAUST)', en: 'Title number (FAUST)' },
  titleNumberHint: { da: '8 eller 9 cifre', en: '8 or 9 digits' },
  volumeHint: {
    da: 'Kun for tidsskrifter og årbøger, for eksempel 2026/3',
    en: 'Only for periodicals and yearbooks, for example 2026/3',
  },
  reserve: { da: 'Reserver', en: 'Reserve' },
  reserved: { da: 'Titlen er reserveret.', en: 'The title is reserved.' },
  makeParallel: { da: 'Reserver flere udgaver parallelt', en: 'Reserve several editions in parallel' },
  titleNumbers: { da: 'Titelnumre, ét på hver linje', en: 'Title numbers, one on each line' },
  reservedInParallel: { da: 'Titlerne er reserveret parallelt.', en: 'The titles are reserved in parallel.' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** The state of a reservation. */
export const reservationStateTexts = {
  reserved: { da: 'I kø', en: 'In the queue' },
  paused: { da: 'I kø, på pause', en: 'In the queue, paused' },
  inTransit: { da: 'På vej til afhentningsstedet', en: 'On its way to the pick-up branch' },
  ready: { da: 'Klar til afhentning', en: 'Ready for pick-up' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** What stands when no last day of interest is named. `days`: the policy's. */
export const interestHint = (days: number): TextInBothLanguages => ({
  da: `Uden en dato gælder reserveringen i ${String(days)} dage.`,
  en: `Without a day the reservation stands for ${String(days)} days.`,
})

/** How many titles may be reserved in parallel. `most`: the policy's. */
export const parallelHint = (most: number): TextInBothLanguages => ({
  da: `2 til ${String(most)} titler, af hvilke du vil have én. Når du får den første, annulleres de andre.`,
  en: `2 to ${String(most)} titles, of which you want one. When you get the first, the others are cancelled.`,
})
