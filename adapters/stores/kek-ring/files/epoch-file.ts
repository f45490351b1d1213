import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import type { KekRingEpochKeys } from '../../../../retention/keys/make-kek-ring'

const epochFilePattern = /^epoch-([1-9][0-9]*)\.json$/

export const epochFileName = (epoch: Epoch): string => `epoch-${epoch}.json`

/** The epoch of a file name; undefined for other files. */
export const epochOfFileName = (name: string): Epoch | undefined => {
  const number = epochFilePattern.exec(name)?.[1]
  return number === undefined ? undefined : Number(number)
}

const base64 = (key: Uint8Array): string => Buffer.from(key).toString('base64')

export const formatEpochFile = (library: LibraryId, epoch: Epoch, keys: KekRingEpochKeys): string =>
  `${JSON.stringify({ library, epoch, wrapping: base64(keys.wrapping), readModels: base64(keys.readModels) })}\n`

const decodeKey = (value: unknown): Buffer | undefined => {
  const key = typeof value === 'string' ? Buffer.from(value, 'base64') : undefined
  return key?.length === 32 ? key : undefined
}

/** The keys in the file of an epoch. Throws when the file belongs to another epoch or library. */
export const parseEpochFile = (library: LibraryId, epoch: Epoch, content: string): KekRingEpochKeys => {
  const file = JSON.parse(content) as Readonly<Partial<Record<string, unknown>>>
  const wrapping = decodeKey(file['wrapping'])
  const readModels = decodeKey(file['readModels'])
  if (file['library'] !== library || file['epoch'] !== epoch || wrapping === undefined || readModels === undefined)
    throw new Error('the file of an epoch does not have the expected form')
  return { wrapping, readModels }
}
