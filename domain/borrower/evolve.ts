import { erased, plain, recall, type Remembered } from '../event/remembered'
import { halfYearOf, type HalfYear } from '../values/month'
import type { BlockReason } from '../policy/block-reason'
import type { BorrowerEvent } from './borrower-event'
import type { Contact } from './contact'
import type { BorrowerRegistered } from './events/borrower-registered'
import type { Preferences } from './person'
import type { BorrowerState, Registered } from './state'

const preferencesOf = recall<Preferences, Remembered<Preferences>>(
  () => erased,
  ({ homeBranch, language }) => plain({ homeBranch, language }),
)

const detailsOf = recall<{ readonly details: Contact }, Remembered<Contact>>(
  () => erased,
  ({ details }) => plain(details),
)

const reasonOf = recall<{ readonly reason: BlockReason }, Remembered<BlockReason>>(
  () => erased,
  ({ reason }) => plain(reason),
)

const registered = ({ open, sealed }: BorrowerRegistered): Registered => ({
  _tag: 'Registered',
  borrower: open.borrower,
  contact: { contact: open.contact, details: detailsOf(sealed.contact) },
  card: open.card,
  preferences: preferencesOf(sealed.borrower),
  blocks: [],
  lastSeen: halfYearOf(open.registeredIn),
})

const newest = (one: HalfYear, other: HalfYear): HalfYear => (one > other ? one : other)

const change = (event: Exclude<BorrowerEvent, BorrowerRegistered>, state: Registered): BorrowerState => {
  switch (event.type) {
    case 'ContactChanged':
      return { ...state, contact: { contact: event.open.contact, details: detailsOf(event.sealed.contact) } }
    case 'PreferencesChanged':
      return { ...state, preferences: preferencesOf(event.sealed.borrower) }
    case 'BlockSet':
      return { ...state, blocks: [...state.blocks, { block: event.open.block, reason: reasonOf(event.sealed.block) }] }
    case 'BlockLifted':
      return { ...state, blocks: state.blocks.filter(({ block }) => block !== event.open.block) }
    case 'BorrowerSeen':
      return { ...state, lastSeen: newest(state.lastSeen, event.open.halfYear) }
    case 'ErasureRequested':
      return { _tag: 'ErasureRequested', borrower: state.borrower }
    case 'BorrowerLapsed':
      return { _tag: 'Lapsed', borrower: state.borrower }
  }
}

/** What a borrower is after one more event. Whoever is not registered is changed by nothing but registering. */
export const evolve =
  (event: BorrowerEvent) =>
  (state: BorrowerState): BorrowerState => {
    if (event.type === 'BorrowerRegistered') return registered(event)
    return state._tag === 'Registered' ? change(event, state) : state
  }
