import path from 'node:path'
import * as t from 'io-ts'
import type { ShortTermRow } from '../../../../retention/short-term/short-term-rows'
import { destroyPrivateFile, fileExists, readPrivateFile, writePrivateFile } from '../../../system/files/private-files'

const StoredRows = t.readonlyArray(t.strict({ id: t.string, endsAt: t.number, content: t.string }))

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const parseRows = (text: string): ReadonlyArray<ShortTermRow> => {
  const stored: unknown = JSON.parse(text)
  if (!StoredRows.is(stored)) return []
  return stored.map(({ id, endsAt, content }) => ({
    ...{ id: Buffer.from(id, 'base64'), endsAt, content: Buffer.from(content, 'base64') },
  }))
}

/** Writes the rows, in the order of their ids, which are HMACs: it is not the one of writing. Rejects as `node:fs` does. */
export const writeShortTermFile = async (file: string, rows: ReadonlyArray<ShortTermRow>): Promise<void> => {
  if (rows.length === 0) return
  const stored = rows
    .map(({ id, endsAt, content }) => ({ id: toBase64(id), endsAt, content: toBase64(content) }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  await writePrivateFile(path.dirname(file), path.basename(file), JSON.stringify(stored))
}

/**
 * Takes the rows out of the file: its bytes are overwritten before they are used, so that what ends from now on comes back
 * with no start. None when there is no file, or when it is damaged. Rejects as `node:fs` does.
 */
export const takeShortTermFile = async (file: string): Promise<ReadonlyArray<ShortTermRow>> => {
  if (!(await fileExists(file))) return []
  const text = await readPrivateFile(path.dirname(file), path.basename(file))
  await destroyPrivateFile(path.dirname(file), path.basename(file))
  try {
    return parseRows(text)
  } catch {
    return []
  }
}
