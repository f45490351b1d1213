import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { memoryKeyStore } from '../../../../adapters/stores/keystore/memory/key-store'
import { bulkOrder } from '../../../../adapters/stores/sqlite/bulk-order'
import { openBulkKeyStore, openKeyStore } from '../../../../adapters/stores/keystore/sqlite/open-key-store'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { keyStoreContract } from '../../../contract/key-store'

const folder = mkdtempSync(path.join(tmpdir(), 'key-store-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const inAFile =
  (open: typeof openKeyStore) =>
  (library: string): KeyStore => {
    const store = open(library)(path.join(folder, `${++files}.db`))
    if (E.isLeft(store)) throw new Error(store.left.reason)
    return store.right
  }

keyStoreContract('memory', memoryKeyStore)
keyStoreContract('SQLite', inAFile(openKeyStore))
keyStoreContract(
  'SQLite, in bulk',
  inAFile((library) => openBulkKeyStore(bulkOrder())(library)),
)
