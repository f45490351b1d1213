import type { Day } from '../../../../domain/values/day'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import { dayOf, formatFile, keyOf, parseDestroyedFile, parseFile, wrongForm } from '../files/epoch-file'

/** What the files have of an epoch whose wrapping key is in a module. Both keys are wrapped with that key. */
export interface ModuleEpoch {
  /** The day on which the epoch was begun; undefined for the first one. */
  readonly begunOn: Day | undefined
  /** A random key of the epoch, from which the key of backups and the fingerprint are derived. */
  readonly secret: Buffer
  /** The key of read models; undefined in a ring that was put back from its copy, which has none. */
  readonly readModels: Buffer | undefined
  /** The code by which the file names the lasting parts of the ring, under the secret. */
  readonly lasting: Buffer
}

/** A retired epoch. Without a secret its wrapping key is destroyed. */
export interface RetiredModuleEpoch {
  readonly supersededOn: Day
  readonly retiredOn: Day
  readonly secret: Buffer | undefined
  readonly destroyedOn: Day | undefined
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** A wrapped key of 32 bytes: with its nonce and its tag it has 60. */
const wrappedKeyOf = (value: unknown): Buffer => {
  const wrapped = typeof value === 'string' ? Buffer.from(value, 'base64') : undefined
  return wrapped?.length === 60 ? wrapped : wrongForm()
}

export const parseEpoch = (library: LibraryId, epoch: Epoch, content: string): Omit<ModuleEpoch, 'readModels'> => {
  const { begunOn, wrappedSecret, lasting } = parseFile(library, epoch, content)
  return {
    begunOn: begunOn === undefined ? undefined : dayOf(begunOn),
    secret: wrappedKeyOf(wrappedSecret),
    lasting: keyOf(lasting),
  }
}

export const parseEscrow = (library: LibraryId, epoch: Epoch, content: string): RetiredModuleEpoch => {
  const { supersededOn, retiredOn, wrappedSecret } = parseFile(library, epoch, content)
  const days = { supersededOn: dayOf(supersededOn), retiredOn: dayOf(retiredOn), destroyedOn: undefined }
  return { ...days, secret: wrappedKeyOf(wrappedSecret) }
}

export const parseDestroyed = (library: LibraryId, epoch: Epoch, content: string): RetiredModuleEpoch => {
  const { supersededOn, retiredOn, destroyedOn } = parseDestroyedFile(library, epoch, content)
  return { supersededOn, retiredOn, destroyedOn, secret: undefined }
}

/** The text of the file of an epoch, in the ring and in its copy. */
export const formatModuleEpoch = (
  library: LibraryId,
  epoch: Epoch,
  { begunOn, secret, lasting }: ModuleEpoch,
): string => formatFile(library, epoch, { begunOn, wrappedSecret: base64(secret), lasting: base64(lasting) })

export const formatReadModels = (library: LibraryId, epoch: Epoch, readModels: Buffer): string =>
  formatFile(library, epoch, { wrappedReadModels: base64(readModels) })

export const parseReadModels = (library: LibraryId, epoch: Epoch, content: string): Buffer =>
  wrappedKeyOf(parseFile(library, epoch, content)['wrappedReadModels'])

/** The text of the file of a retired epoch, while its wrapping key is in escrow. */
export const formatEscrow = (
  library: LibraryId,
  epoch: Epoch,
  { supersededOn, retiredOn, secret }: RetiredModuleEpoch,
): string => {
  const wrapped = secret === undefined ? {} : { wrappedSecret: base64(secret) }
  return formatFile(library, epoch, { supersededOn, retiredOn, ...wrapped })
}
