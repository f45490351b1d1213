import type { Either } from 'fp-ts/Either'
import type { ScopeClass } from '../../../../domain/event/scope-class'
import type { Part } from '../../../../domain/ports/keys'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { LivingRow } from '../../../../retention/keys/key-row'
import type { CheckpointBusy, Exists } from '../../../../retention/keys/key-store'
import type { Span } from '../../sqlite/writer-thread/messages'
import type { PlaceBytes } from '../../sqlite/writer-thread/place-bytes'

/** A row as it travels; its wrapped key, and no other form of a key, travels beside it. */
type SentRow = readonly [
  scope: ScopeId,
  scopeClass: ScopeClass,
  version: number,
  epoch: number,
  wrapped: Span,
  fingerprint: Span,
]

export type SentRows = ReadonlyArray<SentRow>

/** What the writer of a key store can be asked. */
export type KeyProtocol = {
  readonly insert: readonly [SentRows, Either<Exists, void>]
  readonly fence: readonly [readonly [ReadonlyArray<Part>, CertificateId], undefined]
  readonly checkpointTruncate: readonly [undefined, Either<CheckpointBusy, void>]
  readonly replace: readonly [SentRows, undefined]
  readonly remove: readonly [ReadonlyArray<ScopeId>, undefined]
}

export const sentRows =
  (rows: ReadonlyArray<LivingRow>) =>
  (place: PlaceBytes): SentRows =>
    rows.map(({ scope, class: name, version, epoch, wrapped, fingerprint }) => [
      ...([scope, name, version, epoch] as const),
      ...([place(wrapped), place(fingerprint)] as const),
    ])

/** The rows as they were handed in; their bytes are views of those that came with the request. */
export const rowsOf = (sent: SentRows, bytes: Uint8Array): ReadonlyArray<LivingRow> =>
  sent.map(([scope, name, version, epoch, wrapped, fingerprint]) => ({
    _tag: 'Living',
    ...{ scope, class: name, version, epoch },
    wrapped: bytes.subarray(...wrapped),
    fingerprint: bytes.subarray(...fingerprint),
  }))
