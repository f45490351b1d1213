import type { Day } from '../../../../domain/values/day'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import {
  requireDayInEpochFile,
  formatEpochFileMembers,
  decodeEpochFileKey,
  parseDestroyedEpochFile,
  parseEpochFileMembers,
  throwMalformedEpochFile,
} from '../files/epoch-file'

/** What the files have of an epoch whose wrapping key is in a module. Both keys are wrapped with that key. */
export interface EpochWithKeyInHardwareModule {
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
  return wrapped?.length === 60 ? wrapped : throwMalformedEpochFile()
}

export const parseModuleEpochFile = (
  library: LibraryId,
  epoch: Epoch,
  content: string,
): Omit<EpochWithKeyInHardwareModule, 'readModels'> => {
  const { begunOn, wrappedSecret, lasting } = parseEpochFileMembers(library, epoch, content)
  return {
    begunOn: begunOn === undefined ? undefined : requireDayInEpochFile(begunOn),
    secret: wrappedKeyOf(wrappedSecret),
    lasting: decodeEpochFileKey(lasting),
  }
}

export const parseModuleEscrowFile = (library: LibraryId, epoch: Epoch, content: string): RetiredModuleEpoch => {
  const { supersededOn, retiredOn, wrappedSecret } = parseEpochFileMembers(library, epoch, content)
  const days = {
    supersededOn: requireDayInEpochFile(supersededOn),
    retiredOn: requireDayInEpochFile(retiredOn),
    destroyedOn: undefined,
  }
  return { ...days, secret: wrappedKeyOf(wrappedSecret) }
}

export const parseDestroyedModuleEpochFile = (
  library: LibraryId,
  epoch: Epoch,
  content: string,
): RetiredModuleEpoch => {
  const { supersededOn, retiredOn, destroyedOn } = parseDestroyedEpochFile(library, epoch, content)
  return { supersededOn, retiredOn, destroyedOn, secret: undefined }
}

/** The text of the file of an epoch, in the ring and in its copy. */
export const formatModuleEpochFile = (
  library: LibraryId,
  epoch: Epoch,
  { begunOn, secret, lasting }: EpochWithKeyInHardwareModule,
): string =>
  formatEpochFileMembers(library, epoch, { begunOn, wrappedSecret: base64(secret), lasting: base64(lasting) })

export const formatReadModelKeyFile = (library: LibraryId, epoch: Epoch, readModels: Buffer): string =>
  formatEpochFileMembers(library, epoch, { wrappedReadModels: base64(readModels) })

export const parseReadModelKeyFile = (library: LibraryId, epoch: Epoch, content: string): Buffer =>
  wrappedKeyOf(parseEpochFileMembers(library, epoch, content)['wrappedReadModels'])

/** The text of the file of a retired epoch, while its wrapping key is in escrow. */
export const formatHardwareModuleEscrowFile = (
  library: LibraryId,
  epoch: Epoch,
  { supersededOn, retiredOn, secret }: RetiredModuleEpoch,
): string => {
  const wrapped = secret === undefined ? {} : { wrappedSecret: base64(secret) }
  return formatEpochFileMembers(library, epoch, { supersededOn, retiredOn, ...wrapped })
}
