import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgresFromBinaries } from '../../fixtures/postgres/postgres-from-binaries'
import { findPostgres } from '../../fixtures/postgres/find-postgres'
import { resultTable } from '../result-table'
import { measureRewrapOnPostgres } from './measure-rewrap-on-postgres'
const main = async () => {
  const found = findPostgres()
  if (found._tag !== 'Binaries') throw new Error('x')
  const server = await startPostgresFromBinaries(found.folder)
  try { console.log(resultTable(await measureRewrapOnPostgres(server, path.join(mkdtempSync(path.join(tmpdir(), 'ring-')), 'r'), Number(process.argv[2])))) }
  finally { await server.dispose() }
}
main().catch((e: unknown) => { console.error(e); process.exitCode = 1 })
