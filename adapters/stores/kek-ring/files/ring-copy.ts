import { readdir } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import type { KekRingContent } from '../../../../retention/keys/kek-ring-content'
import { verifyingKeyOf } from '../../../../retention/keys/make-kek-ring-from-content'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { endedEpochsFile } from './ended-epochs-file'
import { epochFileName, epochsOfFileNames, formatEpochFile } from './epoch-file'
import { eventCodesFileName } from './event-codes-file'
import type { KekRingFolders } from './epoch-file-storage'
import { lastingPartsOfRing } from './ring-parts-of-all-epochs'
import { damagedRingUnavailable } from './read-ring-file'
import {
  destroyPrivateFile,
  fileExists,
  readPrivateFile,
  writePrivateFile,
  writePrivateFileWithoutSecrets,
} from '../../../system/files/private-files'
import { createPrivateFolder } from '../../../system/files/private-folder'

/** What a copy has of a ring. */
interface CopiedRing extends Pick<KekRingContent, 'library' | 'signing' | 'eventCodes'> {
  /** The text of the file of each epoch in use. */
  readonly epochs: ReadonlyMap<Epoch, string>
}

/** The files of a ring besides those of its epochs, and `ended-epochs.json`. */
const lastingFiles = ['signing.pem', 'library.json', eventCodesFileName] as const

const copyLastingFiles = async (ring: string, copy: string): Promise<void> => {
  const copyFile = async (name: string, write: typeof writePrivateFile): Promise<void> => {
    if (await fileExists(path.join(ring, name))) await write(copy, name, await readPrivateFile(ring, name))
  }
  for (const name of lastingFiles) await copyFile(name, writePrivateFile)
  await copyFile(endedEpochsFile, writePrivateFileWithoutSecrets)
}

type LibraryFile = Readonly<Partial<Record<'library' | 'verifyingKey', unknown>>>

/** What `library.json` of a copy says; nothing when there is none, or it cannot be read. */
const libraryFileOf = async (copy: string): Promise<LibraryFile> => {
  try {
    return Object(JSON.parse(await readPrivateFile(copy, 'library.json'))) as LibraryFile
  } catch {
    return {}
  }
}

/** The key in the text of the file of an epoch, as it stands there. */
const keyIn = (text: string): unknown => {
  const { wrapping, wrappedSecret } = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>
  return wrapping ?? wrappedSecret
}

/** Whether a copy has an epoch of the ring, under the same key. */
const hasSameEpoch = async (copy: string, { epochs }: CopiedRing, epoch: Epoch): Promise<boolean> => {
  try {
    return keyIn(await readPrivateFile(copy, epochFileName('epoch')(epoch))) === keyIn(epochs.get(epoch) ?? '')
  } catch {
    return false
  }
}

/**
 * Why a folder is not the copy of this ring: it belongs to another library, has another signing key, or is newer. Nothing
 * in it may be changed then: it may hold the only keys there are. A copy that has one epoch more, besides the current one,
 * is that of a ring whose process was killed while it began an epoch: the next beginning takes that epoch.
 */
const findCopyProblem = async (copy: string, copied: CopiedRing): Promise<Unavailable | undefined> => {
  if (!(await fileExists(copy))) return undefined
  const { library, epochs, signing, eventCodes } = copied
  const other = await libraryFileOf(copy)
  if (other.library !== undefined && other.library !== library)
    return keysUnavailable(
      'RING_COPY names the ring of another library. Name a folder of this library, or an empty one',
    )
  if (other.verifyingKey !== undefined && other.verifyingKey !== verifyingKeyOf(signing))
    return damagedRingUnavailable('its signing key is not the one of the copy that RING_COPY names')
  if (eventCodes === undefined && (await fileExists(path.join(copy, eventCodesFileName))))
    return damagedRingUnavailable(`it has no ${eventCodesFileName}, and the copy that RING_COPY names has one`)
  const newest = Math.max(0, ...epochsOfFileNames('epoch')(await readdir(copy)))
  const current = Math.max(...epochs.keys())
  const isBeginInterrupted = newest === current + 1 && (await hasSameEpoch(copy, copied, current))
  return newest > current && !isBeginInterrupted
    ? keysUnavailable(
        `the ring is older than its copy, which has epoch ${String(newest)}. Put the ring back from the copy that RING_COPY names`,
      )
    : undefined
}

/**
 * Brings the copy of a ring up to date: every epoch in use, and the keys that never change. It never holds a key of read
 * models, or a retired epoch. Unavailable when the copy belongs to another library, or is newer than the ring; then
 * nothing is changed. A copy that cannot be written is left as it is: no epoch is begun until it can.
 */
export const updateRingCopy =
  ({ ring, copy }: KekRingFolders, copied: CopiedRing): TaskEither<Unavailable, void> =>
  async () => {
    if (copy === undefined) return E.right(undefined)
    try {
      const problem = await findCopyProblem(copy, copied)
      if (problem !== undefined) return E.left(problem)
      createPrivateFolder(copy)
      await copyLastingFiles(ring, copy)
      for (const [epoch, text] of copied.epochs) await writePrivateFile(copy, epochFileName('epoch')(epoch), text)
      // Another process may have retired an epoch since the ring was read.
      const oldest = Math.min(...epochsOfFileNames('epoch')(await readdir(ring)))
      for (const epoch of epochsOfFileNames('epoch')(await readdir(copy)))
        if (epoch < oldest) await destroyPrivateFile(copy, epochFileName('epoch')(epoch))
    } catch {
      // The next epoch is written to the copy first, and fails with an alarm.
    }
    return E.right(undefined)
  }

/** Brings the copy of a ring in files up to date, as `updateRingCopy` does. */
export const updateCopyOfRingInFiles = (
  folders: KekRingFolders,
  content: KekRingContent,
): TaskEither<Unavailable, void> => {
  const parts = lastingPartsOfRing(content)
  const texts = [...content.epochs].map(([epoch, keys]) => [epoch, formatEpochFile(parts, epoch, keys)] as const)
  return updateRingCopy(folders, { ...content, epochs: new Map(texts) })
}
