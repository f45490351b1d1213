import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import type { SeededRandom } from '../../forensic/simulation/seeded-random'

/** The b-tree page header of SQLite's file format: where its members are, and its length on a page without children. */
const [cellCountAt, contentStartAt, leafHeader] = [3, 5, 8]

/** The bytes of a page that say something: its header and cell pointers, and the cells. The rest is unused. */
interface UsedBytes {
  readonly start: number
  readonly pointersEnd: number
  readonly contentStart: number
  readonly end: number
}

const usedBytes = (file: Buffer, page: number, pageSize: number): UsedBytes => {
  const start = (page - 1) * pageSize
  const pointersEnd = start + leafHeader + 2 * file.readUInt16BE(start + cellCountAt)
  return { start, pointersEnd, contentStart: start + file.readUInt16BE(start + contentStartAt), end: start + pageSize }
}

/** The pages of an index of a closed database. */
export const pagesOfIndex = (
  file: string,
  index: string,
): { readonly pages: ReadonlyArray<number>; readonly pageSize: number } => {
  const db = new Database(file)
  try {
    return {
      pages: db.prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ?').pluck().all(index),
      pageSize: Number(db.pragma('page_size', { simple: true })),
    }
  } finally {
    db.close()
  }
}

/** Flips one bit of the cells or of the header of an index, in the file of a closed database. Answers where. */
export const flipIndexBit = (file: string, index: string, random: SeededRandom): string => {
  const { pages, pageSize } = pagesOfIndex(file, index)
  const page = random.pickOne(pages)
  if (page === undefined) throw new Error('the index has no pages')
  const bytes = readFileSync(file)
  const { start, pointersEnd, contentStart, end } = usedBytes(bytes, page, pageSize)
  const offset = Math.floor(random.fraction() * (pointersEnd - start + end - contentStart))
  const at = start + offset < pointersEnd ? start + offset : contentStart + offset - (pointersEnd - start)
  const bit = Math.floor(random.fraction() * 8)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  writeFileSync(file, bytes)
  return `${index}: bit ${String(bit)} of byte ${String(at - start)} of page ${String(page)}`
}
