import path from 'node:path'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import { fileExists, readPrivateFile, writePrivateFileWithoutSecrets } from '../../../system/files/private-files'

/**
 * The file of a ring that says up to which epoch all have ended: their keys are destroyed, and the log says so. Every later
 * epoch is in use or in the escrow; one that is in neither lies in another folder, which was named for the escrow before.
 */
export const endedEpochsFile = 'ended-epochs.json'

/** Parses the file: the newest epoch that has ended, or 0. Throws when it has another form, or is of another library. */
export const parseNewestEndedEpoch = (library: LibraryId, text: string): Epoch => {
  const { library: owner, upTo } = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>
  if (owner === library && typeof upTo === 'number' && Number.isSafeInteger(upTo) && upTo >= 0) return upTo
  throw new Error(`${endedEpochsFile} does not have the expected form`)
}

/** Notes in a folder that an epoch, and all before it, have ended. Never goes back. Rejects as `node:fs` does. */
export const noteEndedEpoch = async (folder: string, library: LibraryId, upTo: Epoch): Promise<void> => {
  const before = (await fileExists(path.join(folder, endedEpochsFile)))
    ? parseNewestEndedEpoch(library, await readPrivateFile(folder, endedEpochsFile))
    : -1
  if (before < upTo)
    await writePrivateFileWithoutSecrets(folder, endedEpochsFile, `${JSON.stringify({ library, upTo })}\n`)
}
