import { hash } from 'node:crypto'
import * as E from 'fp-ts/Either'
import type { LogName } from '../../domain/event/stream'
import type { RecordedEvent } from '../../domain/ports/event-store'
import { bytesOfSealedParts } from '../sealing/decode-sealed-parts'

/** The longest record that an entry of a transparency log can hold, in bytes. */
export const longestLeafRecord = 65_535

/** What a leaf is made from: everything in an event but its position, whose form differs between stores. */
export type EventOfLeaf = Omit<RecordedEvent, 'position' | 'codeFault' | 'rangeFault'>

const digestOf = (value: string | Uint8Array): string => hash('sha256', value, 'base64')
const sha256 = (value: string | Uint8Array): string => `"${digestOf(value)}"`

/** The digest of each sealed part; of all sealed bytes together, under another name, when they cannot be told apart. */
type DigestsOfSealedParts = { readonly sealed: ReadonlyArray<string> } | { readonly damaged: string }

const digestsOfSealedParts = (sealed: Uint8Array): DigestsOfSealedParts => {
  const parts = bytesOfSealedParts(sealed)
  return E.isLeft(parts) ? { damaged: digestOf(sealed) } : { sealed: parts.right.map(digestOf) }
}

const sealedMember = (sealed: Uint8Array): string => {
  const digests = digestsOfSealedParts(sealed)
  return 'damaged' in digests
    ? `"damaged":"${digests.damaged}"`
    : `"sealed":[${digests.sealed.map((digest) => `"${digest}"`).join(',')}]`
}

/**
 * The digests (SHA-256 in base64) of what an event has beside its open part, as they stand in its record: with them, whoever
 * has no key and no sealed byte computes the record.
 */
export const digestsOfEvent = ({
  code,
  sealed,
}: Pick<EventOfLeaf, 'code' | 'sealed'>): DigestsOfSealedParts & { readonly code: string | null } => ({
  code: code === undefined ? null : digestOf(code),
  ...digestsOfSealedParts(sealed),
})

/**
 * The record of an event that is a leaf of the tree of its log: the place of the event, what names it, and the SHA-256
 * (base64) of its open bytes, of each sealed part and of its code (null when it has none). Canonical JSON: members sorted,
 * no white space. It has no byte that a store makes, so it is the same in every store; and no key, so erasing changes nothing.
 *
 * A sealed part begins with the code of its class and ends with its tag (see `encodeSealedParts`). When these cannot be read,
 * `damaged` stands in the place of `sealed`. A record that is too long for an entry, which only a changed log has, is
 * replaced by its digest.
 */
export const leafRecordOf =
  (log: LogName) =>
  (event: EventOfLeaf): string => {
    const { stream, revision, id, type, version, recorded, open, sealed, code } = event
    const members = [
      `"code":${code === undefined ? 'null' : sha256(code)}`,
      `"id":${JSON.stringify(id)}`,
      `"log":"${log}"`,
      `"open":${sha256(open)}`,
      `"recorded":${JSON.stringify(recorded)}`,
      `"revision":${revision}`,
      sealedMember(sealed),
      `"stream":${JSON.stringify(stream)}`,
      `"type":${JSON.stringify(type)}`,
      `"version":${version}`,
    ]
    const record = `{${members.join(',')}}`
    return Buffer.byteLength(record) > longestLeafRecord ? `{"tooLong":${sha256(record)}}` : record
  }
