import type { Epoch, KekRing } from '../../../../retention/keys/kek-ring'
import { noteEndedEpoch } from './ended-epochs-file'
import { containsKekRing, kekRingFoldersOf, type SeparateRingFolders } from './open-kek-ring-in-files'
import { catchAsUnavailable } from './read-ring-file'

/**
 * Notes in a ring of an earlier version, and in its copy, which epochs have ended. Only the process that serves the ring
 * calls it. Without the note, all epochs count as ended that are older than those in the ring and its escrow. That is wrong
 * when the escrow is another folder, so it is noted only where the log says that the newest of them was destroyed. A ring
 * that cannot be written is used without the note.
 */
export const noteEndedEpochsInOlderRing = async (
  folder: string,
  others: SeparateRingFolders,
  { library, endedEpoch }: Pick<KekRing, 'library' | 'endedEpoch'>,
  isDestructionDeclared: (epoch: Epoch) => Promise<boolean>,
): Promise<void> => {
  const ended = endedEpoch()
  if (!(await containsKekRing(folder)) || (ended > 0 && !(await isDestructionDeclared(ended)))) return
  const { ring, copy = ring } = kekRingFoldersOf(folder, others)
  for (const each of new Set([copy, ring]))
    await catchAsUnavailable('the ended epochs cannot be written', () => noteEndedEpoch(each, library, ended))()
}
