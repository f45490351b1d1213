import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import type { KekRingContent } from '../../../../retention/keys/make-kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { epochFileName, epochsOfFileNames, formatEpochFile } from './epoch-file'
import { eventCodesFile } from './event-codes-file'
import type { KekRingFolders } from './epoch-files'
import { destroyPrivateFile, readPrivateFile, writePrivateFile } from './private-files'
import { makePrivateFolder } from '../../../system/files/make-private-folder'

/** What a copy has of a ring. */
interface CopiedRing {
  readonly library: LibraryId
  /** The text of the file of each epoch in use. */
  readonly epochs: ReadonlyMap<Epoch, string>
}

/** The files of a ring besides those of its epochs. */
const lastingFiles = ['signing.pem', 'library.json', eventCodesFile] as const

const copyLastingFiles = (ring: string, copy: string): void => {
  for (const name of lastingFiles)
    if (existsSync(path.join(ring, name))) writePrivateFile(copy, name, readPrivateFile(ring, name))
}

/** The library of a copy; undefined when the copy has none, or cannot be read. */
const libraryOf = (copy: string): unknown => {
  try {
    return (JSON.parse(readPrivateFile(copy, 'library.json')) as Readonly<Partial<Record<string, unknown>>>)['library']
  } catch {
    return undefined
  }
}

/**
 * Why a folder is not the copy of this ring: it belongs to another library, or it is newer. Nothing in it may be changed
 * then: it may hold the only keys there are.
 */
const findCopyProblem = (copy: string, { library, epochs }: CopiedRing): Unavailable | undefined => {
  if (!existsSync(copy)) return undefined
  const other = libraryOf(copy)
  if (other !== undefined && other !== library)
    return keysUnavailable(
      'RING_COPY names the ring of another library. Name a folder of this library, or an empty one',
    )
  const newest = Math.max(0, ...epochsOfFileNames('epoch')(readdirSync(copy)))
  return newest > Math.max(...epochs.keys())
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
export const completeCopy = ({ ring, copy }: KekRingFolders, copied: CopiedRing): E.Either<Unavailable, void> => {
  if (copy === undefined) return E.right(undefined)
  try {
    const problem = findCopyProblem(copy, copied)
    if (problem !== undefined) return E.left(problem)
    makePrivateFolder(copy)
    copyLastingFiles(ring, copy)
    for (const [epoch, text] of copied.epochs) writePrivateFile(copy, epochFileName('epoch')(epoch), text)
    const oldest = Math.min(...copied.epochs.keys())
    for (const epoch of epochsOfFileNames('epoch')(readdirSync(copy)))
      if (epoch < oldest) destroyPrivateFile(copy, epochFileName('epoch')(epoch))
  } catch {
    // The next epoch is written to the copy first, and fails with an alarm.
  }
  return E.right(undefined)
}

/** Brings the copy of a ring in files up to date, as `completeCopy` does. */
export const completeRingCopy = (
  folders: KekRingFolders,
  { library, epochs }: KekRingContent,
): E.Either<Unavailable, void> =>
  completeCopy(folders, {
    library,
    epochs: new Map([...epochs].map(([epoch, keys]) => [epoch, formatEpochFile(library, epoch, keys)])),
  })
