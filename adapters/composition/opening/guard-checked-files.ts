import { flow } from 'fp-ts/function'
import type { FileChecks } from '../../processes/damage/database-file-checks'
import type { LibraryStores } from '../stores/library-stores'
import { checkpointBetweenFileChecks } from './checkpoint-between-file-checks'
import { refuseDamagedFiles, type KnownDamage } from './refuse-damaged-files'

/** The same stores, whose files are checked while they are open: see the two guards. */
export const guardCheckedFiles = (
  known: KnownDamage & { readonly fileChecks: FileChecks },
): ((stores: LibraryStores) => LibraryStores) =>
  flow(checkpointBetweenFileChecks(known.fileChecks), refuseDamagedFiles(known))
