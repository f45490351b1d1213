import * as t from 'io-ts'
import { exactRecord, nullable } from '../../../domain/event/exact-record'
import { Day } from '../../../domain/values/day'
import { EventId, ScopeId } from '../../../domain/values/ids'
import { ScopeClassCodec } from '../../../domain/erasure/scope-class-codec'

const Log = t.union([t.literal('circulation'), t.literal('persons')])

/** The first line of an inventory. Of *persons* it has what the last closing of a month had. */
export const InventoryHeader = exactRecord('InventoryHeader', {
  format: t.literal('glemsom inventory 1'),
  library: t.string,
  version: t.string,
  takenOn: Day,
  personsAsOf: nullable(t.string),
})
export type InventoryHeader = t.TypeOf<typeof InventoryHeader>

/** A scope that an event names: the fingerprint of its key in hex (null when there is no row), and whether it is erased. */
export const InventoryScope = exactRecord('InventoryScope', {
  log: Log,
  scope: ScopeId,
  class: ScopeClassCodec,
  fingerprint: nullable(t.string),
  erased: t.boolean,
})
export type InventoryScope = t.TypeOf<typeof InventoryScope>

/** A sealed part of an event: the SHA-256 of its bytes, in hex. */
export const InventoryPart = exactRecord('InventoryPart', { event: EventId, scope: ScopeId, sha256: t.string })
export type InventoryPart = t.TypeOf<typeof InventoryPart>

/** The last line: a signature (base64) of the SHA-256 of all lines before it. */
export const InventoryEnd = exactRecord('InventoryEnd', { sha256: t.string, signature: t.string })
export type InventoryEnd = t.TypeOf<typeof InventoryEnd>

/** The bytes that are signed. */
export const signedBytesOfScopeInventory = (sha256: string): Buffer =>
  Buffer.from(`glemsom inventory 1 ${sha256}`, 'utf8')
