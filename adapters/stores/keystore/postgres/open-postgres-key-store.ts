import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { postgresUnavailable } from '../../postgres/postgres-failure'
import { createPostgresPool, maintenancePoolSettings, defaultPoolSettings } from '../../postgres/open-pool'
import { openMigratedPool } from '../../postgres/open-migrated-pool'
import { createPostgresKeyStore, type PostgresKeyStore } from './postgres-key-store'
import { keyStoreSchema } from './key-store-schema'

const insertLibrary = 'INSERT INTO keystore.library (id) VALUES ($1) ON CONFLICT DO NOTHING'

/** Opens the store under the id of the library that the database was made for. */
const openForLibrary =
  (library: LibraryId, url: string) =>
  (pool: Pool): TE.TaskEither<StoreUnavailable, PostgresKeyStore> =>
    TE.tryCatch(async () => {
      await pool.query(insertLibrary, [library])
      const { rows } = await pool.query<{ readonly id: LibraryId }>('SELECT id FROM keystore.library')
      return createPostgresKeyStore(
        { pool, maintenance: createPostgresPool(maintenancePoolSettings, url) },
        rows[0]?.id ?? library,
      )
    }, postgresUnavailable)

/**
 * Opens the key store in a database, or makes one for this library. The store of another library keeps that library's id,
 * and the caller refuses it. The key store needs a database on another server than the logs, so that no backup holds
 * both.
 */
export const openPostgresKeyStore =
  (library: LibraryId) =>
  (url: string): TE.TaskEither<Unavailable, PostgresKeyStore> =>
    pipe(
      openMigratedPool(keyStoreSchema)(defaultPoolSettings)(url),
      TE.flatMap(openForLibrary(library, url)),
      TE.mapLeft(({ reason }) => keysUnavailable(reason)),
    )
