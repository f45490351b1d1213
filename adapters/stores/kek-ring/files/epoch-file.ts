import { Day } from '../../../../domain/values/day'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import type { KekRingEpochKeys, KekRingRetiredEpoch } from '../../../../retention/keys/kek-ring-content'
import { codeOfLastingParts, type RingPartsOfAllEpochs } from './ring-parts-of-all-epochs'

/**
 * The files of an epoch. `epoch` holds the wrapping key of an epoch in use, `read-models` its key of read models, which
 * is in no copy of the ring; `escrow` holds the wrapping key of a retired epoch, and `destroyed` says that it is gone.
 */
type EpochFileKind = 'epoch' | 'read-models' | 'escrow' | 'destroyed'

export const epochFileName =
  (kind: EpochFileKind) =>
  (epoch: Epoch): string =>
    `${kind}-${epoch}.json`

/** The names of the files of an epoch. */
export const epochFileNames = {
  epoch: epochFileName('epoch'),
  readModels: epochFileName('read-models'),
  escrow: epochFileName('escrow'),
  destroyed: epochFileName('destroyed'),
}

const epochFilePattern = /^(epoch|read-models|escrow|destroyed)-([1-9][0-9]*)\.json$/

export const isEpochFileName = (name: string): boolean => epochFilePattern.test(name)

/** The epochs of the files of a kind among file names. */
export const epochsOfFileNames =
  (kind: EpochFileKind) =>
  (names: ReadonlyArray<string>): ReadonlyArray<Epoch> =>
    names.flatMap((name) => {
      const match = epochFilePattern.exec(name)
      return match?.[1] === kind ? [Number(match[2])] : []
    })

export type EpochFileMembers = Readonly<Partial<Record<string, unknown>>>

/** The text of a file of an epoch. */
export const formatEpochFileMembers = (library: LibraryId, epoch: Epoch, members: EpochFileMembers): string =>
  `${JSON.stringify({ library, epoch, ...members })}\n`

const base64 = (key: Uint8Array): string => Buffer.from(key).toString('base64')

/** The file of an epoch names the lasting parts of the ring. */
export const formatEpochFile = (
  parts: RingPartsOfAllEpochs,
  epoch: Epoch,
  { begunOn, wrapping }: Pick<KekRingEpochKeys, 'begunOn' | 'wrapping'>,
): string =>
  formatEpochFileMembers(parts.library, epoch, {
    begunOn,
    wrapping: base64(wrapping),
    lasting: base64(codeOfLastingParts(wrapping, parts)),
  })

export const formatReadModelsKeyFile = (library: LibraryId, epoch: Epoch, { readModels }: KekRingEpochKeys): string =>
  formatEpochFileMembers(library, epoch, { readModels: base64(readModels) })

/** The file of a retired epoch: with its wrapping key while that is in escrow. */
export const formatRetiredFile = (library: LibraryId, epoch: Epoch, retired: KekRingRetiredEpoch): string => {
  const { supersededOn, retiredOn, destroyedOn, wrapping } = retired
  const key = wrapping === undefined ? { destroyedOn } : { wrapping: base64(wrapping) }
  return formatEpochFileMembers(library, epoch, { supersededOn, retiredOn, ...key })
}

export const throwMalformedEpochFile = (): never => {
  throw new Error('the file of an epoch does not have the expected form')
}

/** The members of a file. Throws when it belongs to another epoch or library. */
export const parseEpochFileMembers = (library: LibraryId, epoch: Epoch, content: string): EpochFileMembers => {
  const file = JSON.parse(content) as EpochFileMembers
  return file['library'] === library && file['epoch'] === epoch ? file : throwMalformedEpochFile()
}

export const decodeEpochFileKey = (value: unknown): Buffer => {
  const key = typeof value === 'string' ? Buffer.from(value, 'base64') : undefined
  return key?.length === 32 ? key : throwMalformedEpochFile()
}

export const requireDayInEpochFile = (value: unknown): Day => (Day.is(value) ? value : throwMalformedEpochFile())

/** What the file of an epoch holds. In rings of earlier versions it holds the key of read models too. */
export interface EpochFile extends Omit<KekRingEpochKeys, 'readModels'> {
  readonly readModels: Buffer | undefined
  /** The code by which the file names the lasting parts of the ring; undefined in rings of earlier versions. */
  readonly lasting: Buffer | undefined
}

/** Parses the file of an epoch. Throws when it has another form. */
export const parseEpochFile = (library: LibraryId, epoch: Epoch, content: string): EpochFile => {
  const { wrapping, readModels, begunOn, lasting } = parseEpochFileMembers(library, epoch, content)
  return {
    wrapping: decodeEpochFileKey(wrapping),
    readModels: readModels === undefined ? undefined : decodeEpochFileKey(readModels),
    lasting: lasting === undefined ? undefined : decodeEpochFileKey(lasting),
    begunOn: begunOn === undefined ? undefined : requireDayInEpochFile(begunOn),
  }
}

/** The key of read models in a file. Throws when it has another form. */
export const parseReadModelsFile = (library: LibraryId, epoch: Epoch, content: string): Buffer =>
  decodeEpochFileKey(parseEpochFileMembers(library, epoch, content)['readModels'])

/** The retired epoch in a file of escrow. Throws when it has another form. */
export const parseEscrowFile = (library: LibraryId, epoch: Epoch, content: string): KekRingRetiredEpoch => {
  const { supersededOn, retiredOn, wrapping } = parseEpochFileMembers(library, epoch, content)
  const days = { supersededOn: requireDayInEpochFile(supersededOn), retiredOn: requireDayInEpochFile(retiredOn) }
  return { ...days, wrapping: decodeEpochFileKey(wrapping), destroyedOn: undefined }
}

/** The destroyed epoch in a file. Throws when it has another form. */
export const parseDestroyedEpochFile = (library: LibraryId, epoch: Epoch, content: string): KekRingRetiredEpoch => {
  const { supersededOn, retiredOn, destroyedOn } = parseEpochFileMembers(library, epoch, content)
  const days = { supersededOn: requireDayInEpochFile(supersededOn), retiredOn: requireDayInEpochFile(retiredOn) }
  return { ...days, wrapping: undefined, destroyedOn: requireDayInEpochFile(destroyedOn) }
}
