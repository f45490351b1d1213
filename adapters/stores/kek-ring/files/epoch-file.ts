import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import type { EpochKeys } from '../../../../retention/keys/make-kek-ring'

const form = /^epoch-([1-9][0-9]*)\.json$/

export const epochFile = (epoch: Epoch): string => `epoch-${epoch}.json`

/** The epoch a file name tells, or undefined for another file. */
export const epochOf = (name: string): Epoch | undefined => {
  const number = form.exec(name)?.[1]
  return number === undefined ? undefined : Number(number)
}

const text = (key: Uint8Array): string => Buffer.from(key).toString('base64')

export const writeEpoch = (library: LibraryId, epoch: Epoch, keys: EpochKeys): string =>
  `${JSON.stringify({ library, epoch, wrapping: text(keys.wrapping), readModels: text(keys.readModels) })}\n`

const keyOf = (value: unknown): Buffer | undefined => {
  const key = typeof value === 'string' ? Buffer.from(value, 'base64') : undefined
  return key?.length === 32 ? key : undefined
}

/** The keys in an epoch's file; throws when the file is not this epoch's of this library. */
export const readEpoch = (library: LibraryId, epoch: Epoch, content: string): EpochKeys => {
  const file = JSON.parse(content) as Readonly<Partial<Record<string, unknown>>>
  const wrapping = keyOf(file['wrapping'])
  const readModels = keyOf(file['readModels'])
  if (file['library'] !== library || file['epoch'] !== epoch || wrapping === undefined || readModels === undefined)
    throw new Error('the file of an epoch has another form')
  return { wrapping, readModels }
}
