import { flow } from 'fp-ts/function'
import type { DatabaseFileCheckResults } from '../../processes/damage/database-file-checks'
import type { LibraryStores } from '../stores/library-stores'
import { checkpointBetweenFileChecks } from './checkpoint-between-file-checks'
import { refuseWritesToDamagedFiles, type KnownDamage } from './refuse-writes-to-damaged-files'

/** The same stores, whose files are checked while they are open: see the two guards. */
export const addFileCheckGuards = (
  known: KnownDamage & { readonly fileChecks: DatabaseFileCheckResults },
): ((stores: LibraryStores) => LibraryStores) =>
  flow(checkpointBetweenFileChecks(known.fileChecks), refuseWritesToDamagedFiles(known))
