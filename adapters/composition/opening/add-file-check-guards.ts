import { flow } from 'fp-ts/function'
import type { DatabaseFileCheckResults } from '../../processes/damage/database-file-check-results'
import type { LibraryStores } from '../stores/library-stores'
import { emptyWriteAheadLogOnlyBetweenFileChecks } from './empty-write-ahead-log-only-between-file-checks'
import { refuseWritesToDamagedFiles, type KnownFileDamage } from './refuse-writes-to-damaged-files'

/** The same stores, whose files are checked while they are open: see the two guards. */
export const addFileCheckGuards = (
  known: KnownFileDamage & { readonly fileChecks: DatabaseFileCheckResults },
): ((stores: LibraryStores) => LibraryStores) =>
  flow(emptyWriteAheadLogOnlyBetweenFileChecks(known.fileChecks), refuseWritesToDamagedFiles(known))
