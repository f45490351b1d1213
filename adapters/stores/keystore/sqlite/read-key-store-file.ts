import Database from 'better-sqlite3-multiple-ciphers'
import type { ScopeId } from '../../../../domain/values/ids'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import { prepareKeyReads } from './key-row-reader'

const pageSize = 1000

/**
 * Reads the rows of the living keys of a key file in pages, with the wrapped keys: the caller wipes them. Never writes the
 * file, which may be in use. Stops when `use` answers false. Throws what the driver throws.
 */
export const readLivingKeyPages = async (
  file: string,
  use: (rows: ReadonlyArray<LivingKeyRow>) => Promise<boolean>,
): Promise<void> => {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const reads = prepareKeyReads(db)
    let after: ScopeId | undefined
    for (;;) {
      const page = reads.livingPage(after, pageSize).flatMap((row) => (row._tag === 'Living' ? [row] : []))
      const last = page.at(-1)
      if (last === undefined || !(await use(page))) return
      after = last.scope
    }
  } finally {
    db.close()
  }
}
