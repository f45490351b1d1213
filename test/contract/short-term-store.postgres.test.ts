import { openPostgresShortTermRows } from '../../adapters/stores/short-term/postgres/open-postgres-short-term-rows'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { shortTermStoreContract } from './short-term-store-contract'

withPostgres((server) => {
  const closers: Array<() => Promise<void>> = []
  afterEach(async () => {
    await Promise.all(closers.splice(0).map((close) => close()))
  })
  shortTermStoreContract('PostgreSQL', async () => {
    const url = await server().createDatabase()
    const open = async () => {
      const rows = rightOrThrow(await openPostgresShortTermRows(url)())
      closers.push(rows.close)
      return rows
    }
    return { one: await open(), other: await open() }
  })
})
