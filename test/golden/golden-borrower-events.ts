import { BlockLifted } from '../../domain/borrower/events/block-lifted'
import { BlockSet } from '../../domain/borrower/events/block-set'
import { BorrowerLapsed } from '../../domain/borrower/events/borrower-lapsed'
import { BorrowerRegistered } from '../../domain/borrower/events/borrower-registered'
import { BorrowerSeen } from '../../domain/borrower/events/borrower-seen'
import { ContactChanged } from '../../domain/borrower/events/contact-changed'
import { ErasureRequested } from '../../domain/borrower/events/erasure-requested'
import { HistoryConsentGiven } from '../../domain/borrower/events/history-consent-given'
import { HistoryConsentWithdrawn } from '../../domain/borrower/events/history-consent-withdrawn'
import { HistoryWritten } from '../../domain/borrower/events/history-written'
import { loanHistoryEntryOfTitles } from '../../domain/borrower/history/history-entry'
import { NotesRemoved } from '../../domain/borrower/events/notes-removed'
import { NotesReplaced } from '../../domain/borrower/events/notes-replaced'
import { NotesWritten } from '../../domain/borrower/events/notes-written'
import { PreferencesChanged } from '../../domain/borrower/events/preferences-changed'
import type { MunicipalityCode } from '../../domain/values/ids'
import type { HalfYear } from '../../domain/values/month'
import { goldenStream } from './golden-stream'
import {
  block,
  card,
  ditte,
  firstContact,
  firstNote,
  harbour,
  history,
  main,
  month,
  on,
  secondContact,
  secondNote,
  title,
} from './golden-ids'

const details = {
  careOf: 'c/o Menneskebarn',
  address: 'Vej 1, 9000 Aalborg',
  phones: ['+45 11 11 11 11'],
  mobileForNotices: null,
  email: 'ditte@example.org',
}

const borrower = {
  number: 'L000000001',
  cpr: '0101901234',
  name: 'Ditte Menneskebarn Ærø',
  birthDate: on('01-01'),
  group: 'adult',
  municipality: '851' as MunicipalityCode,
  homeBranch: main,
  language: 'da',
} as const

/** Each event of a borrower. */
export const goldenBorrowerEvents = goldenStream('persons', 'borrower', ditte, month)(
  BorrowerRegistered(
    { borrower: ditte, contact: firstContact, card, registeredIn: month },
    { borrower, contact: { details }, card: { number: 'K-0000000001', pin: 'a salted hash' } },
  ),
  ContactChanged(
    { borrower: ditte, contact: secondContact, replaces: firstContact },
    { contact: { details: { ...details, careOf: null, address: 'Vej 2, 9000 Aalborg' } } },
  ),
  PreferencesChanged({ borrower: ditte }, { borrower: { homeBranch: harbour, language: 'en' } }),
  BlockSet({ borrower: ditte, block }, { block: { reason: 'U', since: on('01-05'), note: 'Har råbt højt' } }),
  BlockLifted({ borrower: ditte, block }, {}),
  NotesWritten(
    { borrower: ditte, note: firstNote },
    { note: { internalNote: 'Ringede om sit lån', noteToBorrower: null } },
  ),
  NotesReplaced(
    { borrower: ditte, note: secondNote, replaces: firstNote },
    { note: { internalNote: null, noteToBorrower: 'Husk bilaget' } },
  ),
  NotesRemoved({ borrower: ditte, note: secondNote }, {}),
  BorrowerSeen({ borrower: ditte, halfYear: '2026-H1' as HalfYear }, {}),
  HistoryConsentGiven({ borrower: ditte, history, givenIn: month }, { history: { givenBy: 'borrower' } }),
  HistoryWritten({ borrower: ditte, history, month }, { history: { entry: loanHistoryEntryOfTitles([title]) } }),
  HistoryConsentWithdrawn({ borrower: ditte, history }, {}),
  ErasureRequested({ borrower: ditte }, {}),
  BorrowerLapsed({ borrower: ditte, lapsedIn: month }, {}),
)
