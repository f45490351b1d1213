import { openPostgresKeyStore } from '../../adapters/stores/keystore/postgres/open-postgres-key-store'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { keyStoreContract } from './key-store-contract'

withPostgres((server) => {
  keyStoreContract('PostgreSQL', async (library) =>
    rightOrThrow(await openPostgresKeyStore(library)(await server().createDatabase())()),
  )
})
