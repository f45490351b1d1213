import type { ScopeClass } from '../../../../domain/event/scope-class'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { openedClassTexts } from '../personal-data/opened-class-texts'

/** The deletion classes in words. */
const classTexts: Readonly<Record<ScopeClass, TextInBothLanguages>> = {
  ...openedClassTexts,
  pin: { da: 'pinkoder', en: 'PINs' },
  history: { da: 'lånehistorik', en: 'histories of loans' },
  parallelReservation: { da: 'parallelle reserveringer', en: 'parallel reservations' },
  payment: { da: 'betalinger', en: 'payments' },
  notice: { da: 'beskeder om oprettelsen', en: 'notices on the registration' },
  messageCount: { da: 'månedens optælling af beskeder', en: 'monthly counts of messages' },
  access: { da: 'opslag på lånere', en: 'openings of records' },
  view: { da: 'hvem har set, efter måned', en: 'who has looked, by month' },
  hold: { da: 'slettestop', en: 'legal holds' },
  disclosure: { da: 'videregivelser', en: 'disclosures' },
  unmatched: { da: 'maskiners sager uden låner', en: 'acts of machines without a borrower' },
  footage: { da: 'videooptagelser', en: 'video recordings' },
  viewing: { da: 'anmodninger om at se video', en: 'requests to look at video' },
  statistics: { da: 'tal til månedens statistik', en: 'what the statistics of a month count' },
  idempotency: { da: 'idempotensnøgler', en: 'idempotency keys' },
  import: { da: 'importer', en: 'imports' },
  serverLog: { da: 'serverlog', en: 'server logs' },
  serverLogOpening: { da: 'åbninger af serverloggen', en: 'openings of the server log' },
}

/** A deletion class in words; any other name as it is. */
export const classText = (name: string): TextInBothLanguages =>
  (classTexts as Readonly<Record<string, TextInBothLanguages>>)[name] ?? { da: name, en: name }
