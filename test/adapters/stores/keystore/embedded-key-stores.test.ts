import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { createMemoryKeyStore } from '../../../../adapters/stores/keystore/memory/memory-key-store'
import { combineKeyStoresOfLogs } from '../../../../adapters/stores/keystore/by-log/combine-key-stores-of-logs'
import { openBulkKeyStore, openSqliteKeyStore } from '../../../../adapters/stores/keystore/sqlite/open-sqlite-key-store'
import { createBulkFileCommits } from '../../../../adapters/stores/sqlite/bulk/bulk-file-commits'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { keyStoreContract } from '../../../contract/key-store-contract'

const folder = mkdtempSync(path.join(tmpdir(), 'key-store-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const openInNewFile =
  (open: typeof openSqliteKeyStore) =>
  (library: string): KeyStore => {
    const store = open(library)(path.join(folder, `${++files}.db`))
    if (E.isLeft(store)) throw new Error(store.left.reason)
    return store.right
  }

keyStoreContract('memory', createMemoryKeyStore)
keyStoreContract('SQLite', openInNewFile(openSqliteKeyStore))
keyStoreContract('SQLite, a file for each log', (library) =>
  combineKeyStoresOfLogs({
    circulation: openInNewFile(openSqliteKeyStore)(library),
    persons: openInNewFile(openSqliteKeyStore)(library),
  }),
)
keyStoreContract(
  'SQLite, in bulk',
  openInNewFile((library) => openBulkKeyStore(createBulkFileCommits())(library)),
)
