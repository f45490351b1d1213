import { existsSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import type { ScopeId } from '../../../../domain/values/ids'
import type { KeyRow, LivingKeyRow } from '../../../../retention/keys/key-row'
import { removeFiles, sideFilesOf } from '../../sqlite/sqlite-file-removal'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { prepareKeyReads } from './key-row-reader'

/** The rows of a key file, and the library that it belongs to. */
interface KeyFileContent {
  readonly library: string | undefined
  readonly rows: ReadonlyArray<KeyRow>
}

const pageSize = 1000

const readRows = (reads: ReturnType<typeof prepareKeyReads>): ReadonlyArray<KeyRow> => {
  const rows: KeyRow[] = []
  let after: ScopeId | undefined
  for (;;) {
    const page = reads.page(after, pageSize)
    const last = page.at(-1)
    if (last === undefined) return rows
    rows.push(...page.map((row) => (row._tag === 'Living' ? { ...row, wrapped: new Uint8Array(0) } : row)))
    after = last.scope
  }
}

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

/** Reads a copy of a key file, without the wrapped keys. Never writes it, and leaves no file beside it. */
export const readKeyStoreFile = (file: string) =>
  E.tryCatch((): KeyFileContent => {
    const newFiles = sideFilesOf(file).filter((side) => !existsSync(side))
    const db = new Database(file, { readonly: true, fileMustExist: true })
    try {
      const library = db.prepare<[], string>('SELECT id FROM library').pluck().get()
      return { library, rows: readRows(prepareKeyReads(db)) }
    } finally {
      db.close()
      removeFiles(newFiles)
    }
  }, sqliteUnavailable)
