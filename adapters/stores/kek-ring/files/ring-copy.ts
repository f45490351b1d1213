import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import { verifyingKeyOf, type KekRingContent } from '../../../../retention/keys/make-kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { epochFileName, epochsOfFileNames, formatEpochFile, parseEpochFile } from './epoch-file'
import { eventCodesFile } from './event-codes-file'
import type { KekRingFolders } from './epoch-files'
import { lastingPartsOf } from './lasting-parts'
import { destroyPrivateFile, readPrivateFile, writePrivateFile } from './private-files'
import { ringIsDamaged } from './read-ring-file'
import { makePrivateFolder } from '../../../system/files/make-private-folder'

/** The files of a ring besides those of its epochs. */
const lastingFiles = ['signing.pem', 'library.json', eventCodesFile] as const

const copyLastingFiles = (ring: string, copy: string): void => {
  for (const name of lastingFiles)
    if (existsSync(path.join(ring, name))) writePrivateFile(copy, name, readPrivateFile(ring, name))
}

/** What `library.json` of a copy says; nothing when there is none, or it cannot be read. */
const libraryFileOf = (copy: string): Readonly<Partial<Record<'library' | 'verifyingKey', unknown>>> => {
  try {
    return Object(JSON.parse(readPrivateFile(copy, 'library.json'))) as ReturnType<typeof libraryFileOf>
  } catch {
    return {}
  }
}

/** Whether a copy has an epoch of the ring, under the same key. */
const hasSameEpoch = (
  copy: string,
  { library, epochs }: Pick<KekRingContent, 'library' | 'epochs'>,
  epoch: Epoch,
): boolean => {
  try {
    const { wrapping } = parseEpochFile(library, epoch, readPrivateFile(copy, epochFileName('epoch')(epoch)))
    return epochs.get(epoch)?.wrapping.equals(wrapping) === true
  } catch {
    return false
  }
}

/**
 * Why a folder is not the copy of this ring: it belongs to another library, has another signing key, or is newer. Nothing
 * in it may be changed then: it may hold the only keys there are. A copy that has one epoch more, besides the current one,
 * is that of a ring whose process was killed while it began an epoch: the next beginning takes that epoch.
 */
const findCopyProblem = (copy: string, content: KekRingContent): Unavailable | undefined => {
  if (!existsSync(copy)) return undefined
  const { library, epochs, signing, eventCodes } = content
  const other = libraryFileOf(copy)
  if (other.library !== undefined && other.library !== library)
    return keysUnavailable(
      'RING_COPY names the ring of another library. Name a folder of this library, or an empty one',
    )
  if (other.verifyingKey !== undefined && other.verifyingKey !== verifyingKeyOf(signing))
    return ringIsDamaged('its signing key is not the one of the copy that RING_COPY names')
  if (eventCodes === undefined && existsSync(path.join(copy, eventCodesFile)))
    return ringIsDamaged(`it has no ${eventCodesFile}, and the copy that RING_COPY names has one`)
  const newest = Math.max(0, ...epochsOfFileNames('epoch')(readdirSync(copy)))
  const current = Math.max(...epochs.keys())
  const isBeginInterrupted = newest === current + 1 && hasSameEpoch(copy, { library, epochs }, current)
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
export const completeRingCopy = (
  { ring, copy }: KekRingFolders,
  content: KekRingContent,
): E.Either<Unavailable, void> => {
  if (copy === undefined) return E.right(undefined)
  try {
    const problem = findCopyProblem(copy, content)
    if (problem !== undefined) return E.left(problem)
    const { epochs } = content
    const parts = lastingPartsOf(content)
    makePrivateFolder(copy)
    copyLastingFiles(ring, copy)
    for (const [epoch, keys] of epochs)
      writePrivateFile(copy, epochFileName('epoch')(epoch), formatEpochFile(parts, epoch, keys))
    // Another process may have retired an epoch since the ring was read.
    const oldest = Math.min(...epochsOfFileNames('epoch')(readdirSync(ring)))
    for (const epoch of epochsOfFileNames('epoch')(readdirSync(copy)))
      if (epoch < oldest) destroyPrivateFile(copy, epochFileName('epoch')(epoch))
  } catch {
    // The next epoch is written to the copy first, and fails with an alarm.
  }
  return E.right(undefined)
}
