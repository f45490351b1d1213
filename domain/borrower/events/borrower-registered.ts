import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { exactRecord, nullable } from '../../event/exact-record'
import { BorrowerId, CardId, ContactId, IdentityId, PreferenceId } from '../../values/ids'
import { Month } from '../../values/month'
import { contactFields } from '../contact-details'
import { ContactDetailsVersion1, upcastContactPart } from '../contact-details-version1'
import { identityFields, preferenceFields } from '../personal-details'

/** What version 1 sealed with the borrower number: it is erased with the borrower, also after it was replaced. */
const DetailsOfVersion1 = exactRecord('DetailsOfVersion1', { ...identityFields, ...preferenceFields })
type DetailsOfVersion1 = t.TypeOf<typeof DetailsOfVersion1>

const contactOfEarlierVersions = { details: ContactDetailsVersion1 }
/** The PIN stands here in events of version 1 only: see `PinSet`. */
const card = { number: t.string, pin: nullable(t.string) }

/** The first version. It sealed who the borrower is, and what they choose, under the borrower's own scope. */
export const BorrowerRegisteredVersion1: AnyEventDefinition & { readonly type: 'BorrowerRegistered' } = defineEvent(
  'BorrowerRegistered',
  1,
  {
    open: { borrower: BorrowerId, contact: ContactId, card: CardId, registeredIn: Month },
    sealed: { borrower: { number: t.string, ...DetailsOfVersion1.members }, contact: contactOfEarlierVersions, card },
  },
)

const separateNumber = (part: unknown): unknown => {
  const { number, ...detailsOfVersion1 } = part as { readonly number: string } & DetailsOfVersion1
  return { number, detailsOfVersion1 }
}

const open = {
  borrower: BorrowerId,
  identity: nullable(IdentityId),
  preference: nullable(PreferenceId),
  contact: ContactId,
  card: CardId,
  registeredIn: Month,
}

const sealed = {
  borrower: { number: t.string, detailsOfVersion1: nullable(DetailsOfVersion1) },
  identity: identityFields,
  preference: preferenceFields,
  card,
}

/** The second version, with one e-mail. */
export const BorrowerRegisteredVersion2: AnyEventDefinition & { readonly type: 'BorrowerRegistered' } = defineEvent(
  'BorrowerRegistered',
  2,
  { open, sealed: { ...sealed, contact: contactOfEarlierVersions } },
  {
    open: (part) => ({ ...(part as object), identity: null, preference: null }),
    sealed: { borrower: separateNumber },
  },
)

/** A borrower was registered. Each part is erased at its own time. Identity and preference are null in version 1. */
export const BorrowerRegistered = defineEvent(
  'BorrowerRegistered',
  3,
  { open, sealed: { ...sealed, contact: contactFields } },
  { open: (part) => part, sealed: { contact: upcastContactPart } },
)
export type BorrowerRegistered = EventOf<typeof BorrowerRegistered>
