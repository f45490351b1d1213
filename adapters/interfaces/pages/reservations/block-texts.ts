import type { BlockReason } from '../../../../domain/policy/block-reason'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** Why a borrower can reserve nothing, and the way out. */
export const blockTexts: Readonly<Record<BlockReason, TextInBothLanguages>> = {
  O: {
    da: 'Du kan ikke reservere, fordi dit kort er meldt stjålet. Henvend dig på biblioteket og få et nyt kort.',
    en: 'You cannot reserve, because your card is reported stolen. Go to the library and get a new card.',
  },
  U: {
    da: 'Du kan ikke reservere, fordi du er udelukket fra biblioteket. Spørg på biblioteket, hvorfor og til hvornår.',
    en: 'You cannot reserve, because you are excluded from the library. Ask at the library why and until when.',
  },
  F: {
    da: 'Du kan ikke reservere, fordi din udelukkelse fra biblioteket er forlænget. Spørg på biblioteket, hvorfor og til hvornår.',
    en: 'You cannot reserve, because your exclusion from the library is extended. Ask at the library why and until when.',
  },
  S: {
    da: 'Du kan ikke reservere, fordi en automat har blokeret dit kort. Henvend dig på biblioteket: personalet kan ophæve det.',
    en: 'You cannot reserve, because a machine has blocked your card. Go to the library: staff can lift it.',
  },
  W: {
    da: 'Du kan ikke reservere endnu, fordi du er oprettet på hjemmesiden. Vis dit sundhedskort på biblioteket, så kan du reservere og låne.',
    en: 'You cannot reserve yet, because you registered on the website. Show your health card at the library: then you can reserve and borrow.',
  },
  D: {
    da: 'Der kan ikke reserveres, fordi låneren er registreret som død. Er det forkert, så henvend dig på biblioteket.',
    en: 'Nothing can be reserved, because the borrower is recorded as deceased. If that is wrong, go to the library.',
  },
}

export const debtText: TextInBothLanguages = {
  da: 'Du kan ikke reservere, fordi du skylder for meget. Betal under Mellemværende, så kan du reservere igen.',
  en: 'You cannot reserve, because you owe too much. Pay under Outstanding balance: then you can reserve again.',
}
