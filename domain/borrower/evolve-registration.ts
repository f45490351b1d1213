import { erased, makePlain, matchPlainOrErased, type PlainOrErased } from '../event/plain-or-erased'
import { halfYearOfMonth } from '../values/month'
import type { BorrowerRegistered } from './events/borrower-registered'
import { unprotectedIdentity, type IdentityDetails, type ProtectableIdentity } from './personal-details'
import type { CurrentIdentity, CurrentPreferences, RegisteredBorrower } from './borrower-state'

type DetailsOfVersion1 = PlainOrErased<
  NonNullable<
    Extract<BorrowerRegistered['sealed']['borrower'], { readonly _tag: 'Plain' }>['value']['detailsOfVersion1']
  >
>

const detailsOfVersion1: (part: BorrowerRegistered['sealed']['borrower']) => DetailsOfVersion1 = matchPlainOrErased(
  (): DetailsOfVersion1 => erased,
  (part) => (part.detailsOfVersion1 === null ? erased : makePlain(part.detailsOfVersion1)),
)

const withoutProtection: (details: PlainOrErased<IdentityDetails>) => PlainOrErased<ProtectableIdentity> =
  matchPlainOrErased(
    (): PlainOrErased<ProtectableIdentity> => erased,
    (details) => makePlain(unprotectedIdentity(details)),
  )

const identityOf = ({ open: { identity }, sealed }: BorrowerRegistered): CurrentIdentity => ({
  identity,
  details: withoutProtection(identity === null ? detailsOfVersion1(sealed.borrower) : sealed.identity),
})

const preferencesOf = ({ open: { preference }, sealed }: BorrowerRegistered): CurrentPreferences => ({
  preference,
  details: preference === null ? detailsOfVersion1(sealed.borrower) : sealed.preference,
})

/** The state of a borrower after the registration, whichever version of the event recorded it. */
export const toRegistered = (event: BorrowerRegistered): RegisteredBorrower => ({
  _tag: 'Registered',
  borrower: event.open.borrower,
  identity: identityOf(event),
  preferences: preferencesOf(event),
  contact: { contact: event.open.contact, known: event.sealed.contact },
  cards: [event.open.card],
  pin: null,
  blocks: [],
  currentNotes: null,
  notesRequest: null,
  noteChanges: 0,
  history: null,
  absence: null,
  guardian: null,
  formerGuardians: [],
  guardianChanges: 0,
  lastSeen: halfYearOfMonth(event.open.registeredIn),
  lapsesIn: null,
  lastViewedIn: null,
})
