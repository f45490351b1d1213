import type { BorrowerGroup } from './borrower-group'
import type { Policy } from './policy'

/** Who collects debts for the library, and under which key a file to them is encrypted. */
export interface CollectionRecipient {
  /** As it stands in the record of disclosures. */
  readonly name: string
  /** The law or agreement on which the debts are passed on. */
  readonly basis: string
  /** Which of the recipient's keys it is, as the recipient names it. */
  readonly keyId: string
  /** The recipient's public key: of the curve P-256, as coordinates in base64url (JWK, RFC 7517). */
  readonly publicKey: { readonly x: string; readonly y: string }
}

/** How debts are passed on for collection (inddrivelse). */
export interface CollectionPolicy {
  /** Days to pay after the written notice went out, before a fee may be passed on. */
  readonly daysToPay: number
  /** Null when the library passes no debts on. */
  readonly recipient: CollectionRecipient | null
}

export const defaultCollectionPolicy: CollectionPolicy = { daysToPay: 14, recipient: null }

/** "Groups without reminders or fees are policy": of those nothing is collected. */
export const isGroupCollected =
  ({ fees, messages }: Pick<Policy, 'fees' | 'messages'>) =>
  (group: BorrowerGroup): boolean =>
    !fees.exempt.includes(group) && !messages.notReminded.includes(group)
