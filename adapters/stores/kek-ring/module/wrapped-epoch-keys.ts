import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Day } from '../../../../domain/values/day'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { encodeTuple } from '../../../../retention/sealing/encode-tuple'
import { randomBytes } from '../../../../retention/sealing/random-bytes'
import {
  codeOfLastingParts,
  compareCodeOfRingPartsAcrossEpochs,
  type RingPartsOfAllEpochs,
} from '../files/ring-parts-of-all-epochs'
import { requireSameLastingRingParts } from '../files/parse-epoch-files'
import { damagedRingUnavailable } from '../files/read-ring-file'
import type { EpochWithKeyInHardwareModule } from './hardware-module-epoch-file'
import type { HardwareModuleEpochFiles } from './hardware-module-epoch-files'
import type { Pkcs11TokenWrappingKeys, WrappedBytes } from './pkcs11-token-wrapping-keys'
import type { ModuleTokenKey } from './hardware-module-settings'

/** The beginning of the labels of a library's wrapping keys in a token. */
export const wrappingKeyLabelPrefix = (library: LibraryId): string => `glemsom ${library} epoch `

/** The label of the wrapping key of an epoch. */
export const labelOfEpochKey = (library: LibraryId, epoch: Epoch): string =>
  `${wrappingKeyLabelPrefix(library)}${String(epoch)}`

/** The epoch of a label. */
export const epochOfLabel = (library: LibraryId, label: string): Epoch =>
  Number(label.slice(wrappingKeyLabelPrefix(library).length))

const bind = (purpose: string) => (library: LibraryId, epoch: Epoch) =>
  encodeTuple([`glemsom ring ${purpose} 1`, library, String(epoch)])

const secretData = bind('secret')
const readModelsData = bind('read models')

/** The wrapped secret of an epoch, with its additional data. */
export const toWrappedEpochSecret = (library: LibraryId, epoch: Epoch, secret: Uint8Array): WrappedBytes => ({
  additional: secretData(library, epoch),
  wrapped: secret,
})

/** The wrapped key of read models of an epoch, with its additional data. */
export const wrappedReadModelKeyOf = (library: LibraryId, epoch: Epoch, readModels: Uint8Array): WrappedBytes => ({
  additional: readModelsData(library, epoch),
  wrapped: readModels,
})

/** What a ring in a module is made of. */
export interface ModuleRingParts {
  readonly library: LibraryId
  readonly keys: Pkcs11TokenWrappingKeys
  readonly files: HardwareModuleEpochFiles
  /** What the file of each epoch names. */
  readonly lasting: () => RingPartsOfAllEpochs
}

const wrapAndWipe = (
  keys: Pkcs11TokenWrappingKeys,
  label: string,
  additional: Uint8Array,
  key: Buffer,
): TaskEither<Unavailable, Buffer> =>
  pipe(
    keys.wrap(label, additional, key),
    TE.map((wrapped) => {
      key.fill(0)
      return Buffer.from(wrapped)
    }),
  )

/** Makes another key of read models for an epoch. */
export const wrapNewReadModelsKey = (
  { keys, library }: ModuleRingParts,
  epoch: Epoch,
): TaskEither<Unavailable, Buffer> =>
  wrapAndWipe(keys, labelOfEpochKey(library, epoch), readModelsData(library, epoch), randomBytes(32))

/** Refuses a key that somebody may have outside of the token: a ring never wraps with it. */
export const requireKeyNeverLeftHardwareToken = (key: ModuleTokenKey): TaskEither<Unavailable, void> =>
  key.isNeverCopied
    ? TE.right(undefined)
    : TE.left(
        keysUnavailable(
          `the key ${key.label} of the token was not made there, or can be copied or exported: a ring uses only keys with CKA_LOCAL, CKA_NEVER_EXTRACTABLE and CKA_ALWAYS_SENSITIVE, and without CKA_COPYABLE`,
        ),
      )

/** Makes the wrapping key of an epoch in the token, unless it is there already, and what it wraps for the epoch. */
export const makeEpochKeysInHardwareModule = (
  parts: ModuleRingParts,
  epoch: Epoch,
  begunOn: Day | undefined,
): TaskEither<Unavailable, EpochWithKeyInHardwareModule> => {
  const { keys, library } = parts
  const label = labelOfEpochKey(library, epoch)
  const secret = randomBytes(32)
  const lasting = codeOfLastingParts(secret, parts.lasting())
  return pipe(
    keys.make(label),
    TE.flatMap(requireKeyNeverLeftHardwareToken),
    TE.flatMap(() => wrapAndWipe(keys, label, secretData(library, epoch), secret)),
    TE.bindTo('secret'),
    TE.bind('readModels', () => wrapNewReadModelsKey(parts, epoch)),
    TE.map((wrapped) => ({ begunOn, lasting, ...wrapped })),
  )
}

/** What was wrapped under its own epoch and does not open any more was changed in its file. */
const ringIsChanged = damagedRingUnavailable('a file of an epoch was changed')

/** Unwraps what a file of the ring holds, with the key of its epoch. */
export const unwrapRingFileContent = (
  { keys, library }: Pick<ModuleRingParts, 'keys' | 'library'>,
  epoch: Epoch,
  secret: Buffer,
  bytes: WrappedBytes = toWrappedEpochSecret(library, epoch, secret),
): TaskEither<Unavailable, Uint8Array> =>
  pipe(
    keys.unwrap(labelOfEpochKey(library, epoch), toWrappedEpochSecret(library, epoch, secret), bytes),
    TE.mapLeft((error) => (error._tag === 'NotAuthentic' ? ringIsChanged : error)),
  )

/** Checks that the file of an epoch names the lasting parts of the ring. One from before the codes of events is written anew. */
export const ensureLastingPartsInEpochFile =
  (parts: ModuleRingParts) =>
  ([epoch, stored]: readonly [Epoch, EpochWithKeyInHardwareModule]): TaskEither<
    Unavailable,
    readonly [Epoch, EpochWithKeyInHardwareModule]
  > =>
    pipe(
      unwrapRingFileContent(parts, epoch, stored.secret),
      TE.flatMapEither((secret) => {
        const file = { wrapping: Buffer.from(secret), lasting: stored.lasting }
        const isSame = compareCodeOfRingPartsAcrossEpochs(secret, parts.lasting(), stored.lasting) === 'same'
        const named = isSame ? stored : { ...stored, lasting: codeOfLastingParts(secret, parts.lasting()) }
        const checked = requireSameLastingRingParts(parts.lasting(), epoch)(file)
        for (const bytes of [secret, file.wrapping]) bytes.fill(0)
        return E.map(() => named)(checked)
      }),
      TE.tap((named) => (named === stored ? TE.right(undefined) : parts.files.storeEpoch(epoch, named))),
      TE.map((named) => [epoch, named] as const),
    )
