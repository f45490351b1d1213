import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { memoryKeyStore } from '../../../../adapters/stores/keystore/memory/memory-key-store'
import { openSqliteKeyStore } from '../../../../adapters/stores/keystore/sqlite/open-sqlite-key-store'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { keyStoreContract } from '../../../contract/key-store-contract'

const folder = mkdtempSync(path.join(tmpdir(), 'key-store-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const openInNewFile = (library: string): KeyStore => {
  const store = openSqliteKeyStore(library)(path.join(folder, `${++files}.db`))
  if (E.isLeft(store)) throw new Error(store.left.reason)
  return store.right
}

keyStoreContract('memory', memoryKeyStore)
keyStoreContract('SQLite', openInNewFile)
