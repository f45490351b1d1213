import { openPostgresKeyStore } from '../../adapters/stores/keystore/postgres/open-key-store'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { right } from '../fixtures/right'
import { keyStoreContract } from './key-store'

withPostgres((server) => {
  keyStoreContract('PostgreSQL', async (library) =>
    right(await openPostgresKeyStore(library)(await server().newDatabase())()),
  )
})
