import type { HeldClass } from '../../../../domain/hold/holdable-class'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** What kind of record a legal hold keeps. */
export const recordHeldTexts: Readonly<Record<HeldClass, TextInBothLanguages>> = {
  borrower: { da: 'lånerforholdet og lånernummeret', en: 'the registration and the borrower number' },
  identity: { da: 'navn, CPR-nummer, fødselsdato og kommune', en: 'name, CPR number, birth date and municipality' },
  preference: { da: 'tilhørsfilial og sprog', en: 'home branch and language' },
  contact: { da: 'adresse, telefon og e-mail', en: 'address, phone and e-mail' },
  card: { da: 'et kort', en: 'a card' },
  pin: { da: 'pinkoden', en: 'the PIN' },
  block: { da: 'en blokering', en: 'a block' },
  absence: { da: 'en fraværsperiode', en: 'an absence period' },
  guardian: { da: 'værgen', en: 'the guardian' },
  history: { da: 'lånehistorikken', en: 'the loan history' },
  loan: { da: 'et lån', en: 'a loan' },
  reservation: { da: 'en reservering', en: 'a reservation' },
  setAside: { da: 'et eksemplar, der er sat til side', en: 'a copy that is set aside' },
  fee: { da: 'et gebyr, en regning eller en refusion', en: 'a fee, a bill or a reimbursement' },
  payment: { da: 'en betaling', en: 'a payment' },
  message: { da: 'en besked', en: 'a message' },
  footage: { da: 'en optagelse fra videoovervågning', en: 'a recording of video surveillance' },
}
