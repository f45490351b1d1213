import * as E from 'fp-ts/Either'
import type { ScopeId } from '../../../domain/values/ids'
import type { Epoch, KekRing } from '../../../retention/keys/kek-ring'
import { wipeWrappedKeys, type LivingKeyRow } from '../../../retention/keys/key-row'
import { outerWrapData } from '../../../retention/keys/key-wrapping'
import { readLivingKeyPages } from '../../stores/keystore/sqlite/read-key-file'

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

/** What the trying of the rows of a key file has found. */
interface TriedRows {
  /** The scopes whose keys were tried. */
  readonly scopes: ReadonlyArray<ScopeId>
  readonly opened: number
}

/**
 * Tries to unwrap the living keys of a key file, at most so many, with every wrapping key of the ring. Throws when the file
 * cannot be read.
 */
export const tryWrappedKeys = async (file: string, ring: KekRing, limit: number): Promise<TriedRows> => {
  const [epochs, scopes] = [ring.epochs(), [] as ScopeId[]]
  let opened = 0
  await readLivingKeyPages(file, async (page) => {
    for (const row of page.slice(0, limit - scopes.length)) {
      scopes.push(row.scope)
      if (await unwrapsIn(ring, epochs, row)) opened += 1
    }
    wipeWrappedKeys(page)
    return scopes.length < limit
  })
  return { scopes, opened }
}
