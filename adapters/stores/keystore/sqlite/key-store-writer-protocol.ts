import type { Either } from 'fp-ts/Either'
import type { ScopeClass } from '../../../../domain/event/scope-class'
import type { PartScope } from '../../../../domain/ports/scope-keys'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import type { CheckpointBusy, EpochIsRetired, KeyRowExistsError } from '../../../../retention/keys/key-store'
import type { ByteRange } from '../../sqlite/writer-thread/writer-thread-messages'
import type { MessageByteAppender } from '../../sqlite/writer-thread/message-byte-appender'

/** A row in a message. Its wrapped key, and no other form of a key, is sent beside it. */
type SentRow = readonly [
  scope: ScopeId,
  scopeClass: ScopeClass,
  version: number,
  epoch: number,
  wrapped: ByteRange,
  fingerprint: ByteRange,
]

export type SentKeyRows = ReadonlyArray<SentRow>

/** The requests to the writer of a key store. */
export type KeyStoreWriterProtocol = {
  readonly insert: readonly [SentKeyRows, Either<KeyRowExistsError | EpochIsRetired, void>]
  readonly fence: readonly [readonly [ReadonlyArray<PartScope>, CertificateId], undefined]
  readonly checkpointTruncate: readonly [undefined, Either<CheckpointBusy, void>]
  readonly replace: readonly [SentKeyRows, undefined]
  readonly remove: readonly [ReadonlyArray<ScopeId>, undefined]
  readonly refuseEpochsBefore: readonly [Epoch, undefined]
  readonly probe: readonly [undefined, undefined]
}

export const encodeKeyRows =
  (rows: ReadonlyArray<LivingKeyRow>) =>
  (placeBytes: MessageByteAppender): SentKeyRows =>
    rows.map(({ scope, class: name, version, epoch, wrapped, fingerprint }) => [
      ...([scope, name, version, epoch] as const),
      ...([placeBytes(wrapped), placeBytes(fingerprint)] as const),
    ])

/** The rows of a request. Their bytes are views of the bytes of the message. */
export const decodeSentKeyRows = (sent: SentKeyRows, bytes: Uint8Array): ReadonlyArray<LivingKeyRow> =>
  sent.map(([scope, name, version, epoch, wrapped, fingerprint]) => ({
    _tag: 'Living',
    ...{ scope, class: name, version, epoch },
    wrapped: bytes.subarray(...wrapped),
    fingerprint: bytes.subarray(...fingerprint),
  }))
