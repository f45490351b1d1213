import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const borrowerLoansTexts = {
  title: { da: 'Mine lån', en: 'My loans' },
  name: { da: 'Titel', en: 'Title' },
  dueOn: { da: 'Afleveres senest', en: 'Due' },
  forgottenOn: { da: 'Glemmes', en: 'Forgotten' },
  forgottenLater: { da: '30 dage efter aflevering', en: '30 days after return' },
  actions: { da: 'Handling', en: 'Action' },
  renew: { da: 'Forny', en: 'Renew' },
  renewed: { da: 'Lånet er fornyet.', en: 'The loan is renewed.' },
  returnedOn: { da: 'Afleveret', en: 'Returned' },
  onLoan: { da: 'Lånt lige nu', en: 'On loan now' },
  ended: { da: 'Afsluttede lån, som endnu ikke er glemt', en: 'Ended loans that are not forgotten yet' },
  noLoans: { da: 'Du har ingen lån.', en: 'You have no loans.' },
  noneEnded: { da: 'Biblioteket husker ingen afsluttede lån.', en: 'The library remembers no ended loans.' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
