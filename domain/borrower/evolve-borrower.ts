import { erased, makePlain, matchPlainOrErased, type PlainOrErased } from '../event/plain-or-erased'
import type { CardId } from '../values/ids'
import type { HalfYear } from '../values/month'
import type { BlockReason } from '../policy/block-reason'
import type { BorrowerEvent } from './borrower-event'
import type { BorrowerState, CurrentContact, RegisteredBorrower } from './borrower-state'
import type { BorrowerRegistered } from './events/borrower-registered'
import type { EmailVerified } from './events/email-verified'
import type { NotesRemoved } from './events/notes-removed'
import type { NotesReplaced } from './events/notes-replaced'
import type { NotesWritten } from './events/notes-written'
import { evolveGuardian } from './evolve-guardian'
import { toRegistered } from './evolve-registration'

const reasonOf = matchPlainOrErased<{ readonly reason: BlockReason }, PlainOrErased<BlockReason>>(
  () => erased,
  ({ reason }) => makePlain(reason),
)

const laterHalfYearOf = (one: HalfYear, other: HalfYear): HalfYear => (one > other ? one : other)

const without = (cards: ReadonlyArray<CardId>, gone: CardId | null): ReadonlyArray<CardId> =>
  cards.filter((card) => card !== gone)

const evolveNotes = (
  event: NotesWritten | NotesReplaced | NotesRemoved,
  state: RegisteredBorrower,
): RegisteredBorrower => ({
  ...state,
  currentNotes: event.type === 'NotesRemoved' ? null : { note: event.open.note, notes: event.sealed.note },
  noteChanges: state.noteChanges + 1,
})

const withVerifiedEmail = ({ sealed }: EmailVerified, current: CurrentContact): CurrentContact => {
  if (current.known._tag === 'Erased' || sealed.contact._tag === 'Erased') return { ...current, known: erased }
  const { details, verifiedEmails } = current.known.value
  return { ...current, known: makePlain({ details, verifiedEmails: [...verifiedEmails, sealed.contact.value.email] }) }
}

const evolveRegistered = (
  event: Exclude<BorrowerEvent, BorrowerRegistered>,
  state: RegisteredBorrower,
): BorrowerState => {
  switch (event.type) {
    case 'IdentityChanged':
      return { ...state, identity: { identity: event.open.identity, details: event.sealed.identity } }
    case 'ContactChanged':
      return { ...state, contact: { contact: event.open.contact, known: event.sealed.contact } }
    case 'EmailVerified':
      return { ...state, contact: withVerifiedEmail(event, state.contact) }
    case 'PreferencesChanged':
      return { ...state, preferences: { preference: null, details: event.sealed.borrower } }
    case 'PreferencesSet':
      return { ...state, preferences: { preference: event.open.preference, details: event.sealed.preference } }
    case 'CardIssued':
      return { ...state, cards: [...without(state.cards, event.open.replaces), event.open.card] }
    case 'CardReportedStolen':
      return { ...state, cards: without(state.cards, event.open.card) }
    case 'PinSet':
      return { ...state, pin: event.open.pin }
    case 'BlockSet':
      return { ...state, blocks: [...state.blocks, { block: event.open.block, reason: reasonOf(event.sealed.block) }] }
    case 'BlockLifted':
      return { ...state, blocks: state.blocks.filter(({ block }) => block !== event.open.block) }
    case 'NotesWritten':
    case 'NotesReplaced':
    case 'NotesRemoved':
      return evolveNotes(event, state)
    case 'NotesRequested':
      return { ...state, notesRequest: event.open.note }
    case 'NotesRequestAnswered':
      return { ...state, notesRequest: null }
    case 'BorrowerSeen':
      return { ...state, lastSeen: laterHalfYearOf(state.lastSeen, event.open.halfYear), lapsesIn: null }
    case 'ErasureAnnounced':
      return { ...state, lapsesIn: event.open.lapsesIn }
    case 'HistoryConsentGiven':
      return { ...state, history: { history: event.open.history, writtenUpTo: event.open.givenIn } }
    case 'HistoryConsentWithdrawn':
      return { ...state, history: null }
    case 'HistoryWritten':
      return { ...state, history: { history: event.open.history, writtenUpTo: event.open.month } }
    case 'AbsenceSet':
    case 'AbsenceChanged':
      return { ...state, absence: { absence: event.open.absence, period: event.sealed.absence } }
    case 'AbsenceRemoved':
    case 'AbsenceEnded':
      return { ...state, absence: null }
    case 'GuardianRegistered':
    case 'GuardianCorrected':
    case 'GuardianEmailVerified':
    case 'GuardianshipEnded':
    case 'GuardianPaperDestroyed':
      return evolveGuardian(event, state)
    case 'ViewWritten':
      return { ...state, lastViewedIn: event.open.month }
    case 'ErasureRequested':
      return { _tag: 'ErasureRequested', borrower: state.borrower }
    case 'BorrowerLapsed':
      return { _tag: 'Lapsed', borrower: state.borrower }
  }
}

/** The state of a borrower after an event. Only a registration changes a borrower who is not registered. */
export const evolve =
  (event: BorrowerEvent) =>
  (state: BorrowerState): BorrowerState => {
    if (event.type === 'BorrowerRegistered') return toRegistered(event)
    return state._tag === 'Registered' ? evolveRegistered(event, state) : state
  }
