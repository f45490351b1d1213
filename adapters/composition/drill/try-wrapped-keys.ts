import * as E from 'fp-ts/Either'
import type { ScopeId } from '../../../domain/values/ids'
import type { Epoch, KekRing } from '../../../retention/keys/kek-ring'
import { wipeWrappedKeysInMemory, type LivingKeyRow } from '../../../retention/keys/key-row'
import { outerWrapData } from '../../../retention/keys/key-wrapping'
import { openOlderEpochKeysOnPostgres } from '../../stores/keystore/postgres/postgres-older-epoch-key-reader'
import { readLivingKeyPages } from '../../stores/keystore/sqlite/read-key-store-file'

/** Whether one of these wrapping keys unwraps a row, as somebody may try who does not know its epoch. */
const unwrapsIn = async (ring: KekRing, epochs: ReadonlyArray<Epoch>, row: LivingKeyRow): Promise<boolean> => {
  const bound = outerWrapData({ ...row, library: ring.library })
  let isUnwrapped = false
  for (const epoch of epochs) {
    const key = await ring.unwrap(epoch, bound, row.wrapped)()
    if (E.isLeft(key)) continue
    key.right.fill(0)
    isUnwrapped = true
  }
  return isUnwrapped
}

/** What the trying of the rows of a key store has found. */
interface TriedRows {
  /** The scopes whose keys were tried. */
  readonly scopes: ReadonlyArray<ScopeId>
  readonly opened: number
}

/** Tries to unwrap at most so many rows with every wrapping key of the ring, page after page, and wipes the pages. */
const tryRows = (ring: KekRing, limit: number) => {
  const [epochs, scopes] = [ring.epochs(), [] as ScopeId[]]
  let opened = 0
  return {
    /** Answers whether a further page is wanted. */
    tryPage: async (page: ReadonlyArray<LivingKeyRow>): Promise<boolean> => {
      for (const row of page.slice(0, limit - scopes.length)) {
        scopes.push(row.scope)
        if (await unwrapsIn(ring, epochs, row)) opened += 1
      }
      wipeWrappedKeysInMemory(page)
      return scopes.length < limit
    },
    tried: (): TriedRows => ({ scopes, opened }),
  }
}

/** Tries the living keys of a key file. Throws when the file cannot be read. */
export const tryWrappedKeys = async (file: string, ring: KekRing, limit: number): Promise<TriedRows> => {
  const { tryPage, tried } = tryRows(ring, limit)
  await readLivingKeyPages(file, tryPage)
  return tried()
}

/** Beyond every epoch: PostgreSQL has room for no larger one. */
const afterAllEpochs = 2_147_483_647

/** Rows that are read at a time. */
const pageSize = 1000

/** Tries the living keys of a key store on a server, which it only reads. What cannot be read is not tried. */
export const tryToUnwrapKeysOfServer = async (address: string, ring: KekRing, limit: number): Promise<TriedRows> => {
  const { tryPage, tried } = tryRows(ring, limit)
  const opened = openOlderEpochKeysOnPostgres(address)
  if (E.isLeft(opened)) return tried()
  const { next, close } = opened.right
  try {
    for (;;) {
      const page = await next(afterAllEpochs, pageSize)()
      if (E.isLeft(page) || page.right.length === 0 || !(await tryPage(page.right))) return tried()
    }
  } finally {
    await close()
  }
}
