import type { DatabaseFileCheckResults } from '../../processes/damage/database-file-check-results'
import type { LibraryStores } from '../stores/library-stores'

/**
 * The same stores, whose write-ahead logs of keys are emptied while no file of keys is checked: an erasure waits for
 * the check of one file, and does not fail because of it.
 */
export const emptyWriteAheadLogOnlyBetweenFileChecks =
  ({ oneAtATime }: Pick<DatabaseFileCheckResults, 'oneAtATime'>) =>
  (stores: LibraryStores): LibraryStores => ({
    ...stores,
    keyStore: {
      ...stores.keyStore,
      checkpointTruncate: oneAtATime('keys')(stores.keyStore.checkpointTruncate),
    },
  })
