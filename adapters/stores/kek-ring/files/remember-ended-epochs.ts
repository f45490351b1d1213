import type { KekRing } from '../../../../retention/keys/kek-ring'
import { noteEndedEpoch } from './ended-epochs-file'
import { containsKekRing, foldersOf, type OtherFolders } from './open-kek-ring'
import { orUnavailable } from './read-ring-file'

/**
 * Notes in a ring of an earlier version, and in its copy, which epochs have ended. Only the process that serves the ring
 * calls it. Without the note, all epochs count as ended that are older than those in the ring and its escrow; so nothing is
 * noted while the escrow is empty and the first epoch is gone: then the escrow may be another folder. A ring
 * that cannot be written is used without the note.
 */
export const rememberEndedEpochs = (
  folder: string,
  others: OtherFolders,
  { library, endedEpoch, retiredEpochs }: Pick<KekRing, 'library' | 'endedEpoch' | 'retiredEpochs'>,
): void => {
  const ended = endedEpoch()
  if (!containsKekRing(folder)) return
  if (ended > 0 && retiredEpochs().length === 0) return
  const { ring, copy = ring } = foldersOf(folder, others)
  for (const each of new Set([copy, ring]))
    orUnavailable('the ended epochs cannot be written', () => noteEndedEpoch(each, library, ended))
}
