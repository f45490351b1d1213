import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Day } from '../../../../domain/values/day'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { encodeTuple } from '../../../../retention/sealing/encode-tuple'
import { randomBytes } from '../../../../retention/sealing/random-bytes'
import type { ModuleEpoch } from './module-epoch-files'
import type { ModuleKeys, WrappedBytes } from './module-keys'
import type { TokenKey } from './ring-module'

/** The beginning of the labels of a library's wrapping keys in a token. */
export const labelBeginning = (library: LibraryId): string => `glemsom ${library} epoch `

/** The label of the wrapping key of an epoch. */
export const labelOf = (library: LibraryId, epoch: Epoch): string => `${labelBeginning(library)}${String(epoch)}`

/** The epoch of a label. */
export const epochOfLabel = (library: LibraryId, label: string): Epoch =>
  Number(label.slice(labelBeginning(library).length))

const bind = (purpose: string) => (library: LibraryId, epoch: Epoch) =>
  encodeTuple([`glemsom ring ${purpose} 1`, library, String(epoch)])

const secretData = bind('secret')
const readModelsData = bind('read models')

/** The wrapped secret of an epoch, with its additional data. */
export const secretOf = (library: LibraryId, epoch: Epoch, secret: Uint8Array): WrappedBytes => ({
  additional: secretData(library, epoch),
  wrapped: secret,
})

/** The wrapped key of read models of an epoch, with its additional data. */
export const readModelsOf = (library: LibraryId, epoch: Epoch, readModels: Uint8Array): WrappedBytes => ({
  additional: readModelsData(library, epoch),
  wrapped: readModels,
})

const wrapRandomKey = (keys: ModuleKeys, label: string, additional: Uint8Array): TaskEither<Unavailable, Buffer> => {
  const key = randomBytes(32)
  return pipe(
    keys.wrap(label, additional, key),
    TE.map((wrapped) => {
      key.fill(0)
      return Buffer.from(wrapped)
    }),
  )
}

/** Makes another key of read models for an epoch. */
export const wrapNewReadModelsKey = (
  keys: ModuleKeys,
  library: LibraryId,
  epoch: Epoch,
): TaskEither<Unavailable, Buffer> => wrapRandomKey(keys, labelOf(library, epoch), readModelsData(library, epoch))

/** Refuses a key that somebody may have outside of the token: a ring never wraps with it. */
export const requireNeverCopied = (key: TokenKey): TaskEither<Unavailable, void> =>
  key.isNeverCopied
    ? TE.right(undefined)
    : TE.left(
        keysUnavailable(
          `the key ${key.label} of the token was not made there, or can be copied or exported: a ring uses only keys with CKA_LOCAL, CKA_NEVER_EXTRACTABLE and CKA_ALWAYS_SENSITIVE, and without CKA_COPYABLE`,
        ),
      )

/** Makes the wrapping key of an epoch in the token, unless it is there already, and what it wraps for the epoch. */
export const makeModuleEpoch = (
  keys: ModuleKeys,
  library: LibraryId,
  epoch: Epoch,
  begunOn: Day | undefined,
): TaskEither<Unavailable, ModuleEpoch> => {
  const label = labelOf(library, epoch)
  return pipe(
    keys.make(label),
    TE.flatMap(requireNeverCopied),
    TE.flatMap(() => wrapRandomKey(keys, label, secretData(library, epoch))),
    TE.bindTo('secret'),
    TE.bind('readModels', () => wrapNewReadModelsKey(keys, library, epoch)),
    TE.map((wrapped) => ({ begunOn, ...wrapped })),
  )
}
