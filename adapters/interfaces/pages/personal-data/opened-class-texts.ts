import type { OpenableClass } from '../../../../domain/access/opening'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** What an auditor had opened, in the words of the promises table. */
export const openedClassTexts: Readonly<Record<OpenableClass, TextInBothLanguages>> = {
  borrower: { da: 'lånernummeret', en: 'the borrower number' },
  identity: { da: 'hvem låneren er', en: 'who the borrower is' },
  preference: { da: 'tilhørsfilial og sprog', en: 'home branch and language' },
  contact: { da: 'kontaktoplysninger', en: 'contact details' },
  card: { da: 'lånerkort', en: 'cards' },
  block: { da: 'blokeringer', en: 'blocks' },
  note: { da: 'noter', en: 'notes' },
  absence: { da: 'fraværsperioder', en: 'absence periods' },
  guardian: { da: 'værgen', en: 'the guardian' },
  loan: { da: 'lån', en: 'loans' },
  reservation: { da: 'reserveringer', en: 'reservations' },
  setAside: { da: 'materialer, der er stillet til side', en: 'materials that are set aside' },
  fee: { da: 'gebyrer og erstatninger', en: 'fees and bills' },
  message: { da: 'beskeder', en: 'messages' },
}
