import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const myLibraryTexts = {
  title: { da: 'Mit bibliotek', en: 'My library' },
  blocked: { da: 'Du er blokeret', en: 'You are blocked' },
  blockedText: {
    da: 'Du kan ikke låne, forny eller reservere. Henvend dig på biblioteket.',
    en: 'You cannot borrow, renew or reserve. Please ask at the library.',
  },
  unconfirmed: { da: 'Du er oprettet på hjemmesiden', en: 'You are registered on the website' },
  unconfirmedText: {
    da: 'Vis dit sundhedskort på biblioteket, så kan du låne, forny og reservere.',
    en: 'Show your health card at the library, and you can borrow, renew and reserve.',
  },
  blockedForDebt: {
    da: 'Du skylder så meget, at du ikke kan låne, forny eller reservere, før det er betalt. Siden',
    en: 'You owe so much that you cannot borrow, renew or reserve before it is paid. Since',
  },
  overdue: { da: 'Over afleveringsdatoen', en: 'Overdue' },
  overdueText: {
    da: 'Aflever eller forny hurtigst muligt. Gebyret for sen aflevering stiger med antallet af dage.',
    en: 'Return or renew as soon as you can. The fee for lateness rises with the number of days.',
  },
  ready: { da: 'Klar til afhentning', en: 'Ready for pick-up' },
  pickUpNumber: { da: 'Afhentningsnummer', en: 'Pick-up number' },
  pickUpAt: { da: 'Hentes på', en: 'Pick up at' },
  pickUpBy: { da: 'Hentes senest', en: 'Pick up by' },
  noneReady: { da: 'Intet er klar til afhentning.', en: 'Nothing is ready for pick-up.' },
  allReservations: { da: 'Se alle reserveringer', en: 'See all reservations' },
  balance: { da: 'Mellemværende', en: 'Outstanding balance' },
  owed: { da: 'Du skylder', en: 'You owe' },
  nothingOwed: { da: 'Du skylder ikke noget.', en: 'You owe nothing.' },
  seeBalance: { da: 'Se og betal', en: 'See and pay' },
  loans: { da: 'Mine lån', en: 'My loans' },
  name: { da: 'Titel', en: 'Title' },
  dueOn: { da: 'Afleveres senest', en: 'Due' },
  daysOverdue: { da: 'dage over', en: 'days overdue' },
  forgottenOn: { da: 'Glemmes', en: 'Forgotten' },
  forgottenLater: { da: '30 dage efter aflevering', en: '30 days after return' },
  forgottenWhenLent: {
    da: 'når du har lånt materialet, eller reserveringen er annulleret eller udløbet',
    en: 'when you have borrowed the material, or the reservation is cancelled or has expired',
  },
  renewal: { da: 'Fornyelse', en: 'Renewal' },
  renew: { da: 'Forny', en: 'Renew' },
  renewUntil: { da: 'Ny afleveringsdato', en: 'New due day' },
  renewAll: { da: 'Forny alle, der kan fornys', en: 'Renew all that can be renewed' },
  allRenewed: { da: 'Alle lån er fornyet.', en: 'All loans are renewed.' },
  someRenewed: {
    da: 'Nogle af lånene er fornyet. Ved de andre står, hvad der er i vejen.',
    en: 'Some of the loans are renewed. Beside the others stands what is in the way.',
  },
  noneRenewed: {
    da: 'Ingen lån kunne fornys. Ved hvert lån står, hvad der er i vejen.',
    en: 'No loan could be renewed. Beside each loan stands what is in the way.',
  },
  claimedOn: { da: 'Oplyst afleveret', en: 'Claimed returned' },
  returnedOn: { da: 'Afsluttet', en: 'Ended' },
  how: { da: 'Hvordan', en: 'How' },
  ended: { da: 'Afsluttede lån, som endnu ikke er glemt', en: 'Ended loans that are not forgotten yet' },
  noLoans: { da: 'Du har ingen lån.', en: 'You have no loans.' },
  noneEnded: { da: 'Biblioteket husker ingen afsluttede lån.', en: 'The library remembers no ended loans.' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** How a loan ended. */
export const loanEndTexts = {
  returned: { da: 'Afleveret', en: 'Returned' },
  billed: { da: 'Regning sendt', en: 'Billed as lost' },
  claimed: { da: 'Oplyst afleveret', en: 'Claimed returned' },
  writtenOff: { da: 'Afskrevet', en: 'Written off' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
