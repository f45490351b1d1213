import { erased, makePlain, matchPlainOrErased, type PlainOrErased } from '../event/plain-or-erased'
import { halfYearOfMonth, type HalfYear } from '../values/month'
import type { BlockReason } from '../policy/block-reason'
import type { BorrowerEvent } from './borrower-event'
import type { ContactDetails } from './contact-details'
import type { BorrowerRegistered } from './events/borrower-registered'
import type { NotesRemoved } from './events/notes-removed'
import type { NotesReplaced } from './events/notes-replaced'
import type { NotesWritten } from './events/notes-written'
import type { BorrowerPreferences } from './personal-details'
import type { BorrowerState, RegisteredBorrower } from './borrower-state'

const preferencesOf = matchPlainOrErased<BorrowerPreferences, PlainOrErased<BorrowerPreferences>>(
  () => erased,
  ({ homeBranch, language }) => makePlain({ homeBranch, language }),
)

const detailsOf = matchPlainOrErased<{ readonly details: ContactDetails }, PlainOrErased<ContactDetails>>(
  () => erased,
  ({ details }) => makePlain(details),
)

const reasonOf = matchPlainOrErased<{ readonly reason: BlockReason }, PlainOrErased<BlockReason>>(
  () => erased,
  ({ reason }) => makePlain(reason),
)

const toRegistered = ({ open, sealed }: BorrowerRegistered): RegisteredBorrower => ({
  _tag: 'Registered',
  borrower: open.borrower,
  contact: { contact: open.contact, details: detailsOf(sealed.contact) },
  card: open.card,
  preferences: preferencesOf(sealed.borrower),
  blocks: [],
  currentNotes: null,
  noteChanges: 0,
  history: null,
  lastSeen: halfYearOfMonth(open.registeredIn),
})

const laterHalfYearOf = (one: HalfYear, other: HalfYear): HalfYear => (one > other ? one : other)

const evolveNotes = (
  event: NotesWritten | NotesReplaced | NotesRemoved,
  state: RegisteredBorrower,
): RegisteredBorrower => ({
  ...state,
  currentNotes: event.type === 'NotesRemoved' ? null : { note: event.open.note, notes: event.sealed.note },
  noteChanges: state.noteChanges + 1,
})

const evolveRegistered = (
  event: Exclude<BorrowerEvent, BorrowerRegistered>,
  state: RegisteredBorrower,
): BorrowerState => {
  switch (event.type) {
    case 'ContactChanged':
      return { ...state, contact: { contact: event.open.contact, details: detailsOf(event.sealed.contact) } }
    case 'PreferencesChanged':
      return { ...state, preferences: preferencesOf(event.sealed.borrower) }
    case 'BlockSet':
      return { ...state, blocks: [...state.blocks, { block: event.open.block, reason: reasonOf(event.sealed.block) }] }
    case 'BlockLifted':
      return { ...state, blocks: state.blocks.filter(({ block }) => block !== event.open.block) }
    case 'NotesWritten':
    case 'NotesReplaced':
    case 'NotesRemoved':
      return evolveNotes(event, state)
    case 'BorrowerSeen':
      return { ...state, lastSeen: laterHalfYearOf(state.lastSeen, event.open.halfYear) }
    case 'HistoryConsentGiven':
      return { ...state, history: { history: event.open.history, writtenUpTo: event.open.givenIn } }
    case 'HistoryConsentWithdrawn':
      return { ...state, history: null }
    case 'HistoryWritten':
      return { ...state, history: { history: event.open.history, writtenUpTo: event.open.month } }
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
