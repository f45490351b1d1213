import { readFileSync, writeFileSync } from 'node:fs'
import { pagesOfIndex } from './flip-index-bit'

const nameIndex = 'sqlite_autoindex_streams_1'

/**
 * Flips one bit of each of these names in the index that finds a stream by its name, in the log of a closed database: it
 * finds none of them any more.
 */
export const hideStreams = (file: string, names: ReadonlyArray<string>): void => {
  const { pages, pageSize } = pagesOfIndex(file, nameIndex)
  const bytes = readFileSync(file)
  for (const name of names) {
    const at = pages
      .map((page) => bytes.indexOf(name, (page - 1) * pageSize) - (page - 1) * pageSize)
      .findIndex((offset) => offset >= 0 && offset < pageSize)
    const page = pages[at]
    if (page === undefined) throw new Error(`the index has no ${name}`)
    const last = bytes.indexOf(name, (page - 1) * pageSize) + name.length - 1
    bytes[last] = (bytes[last] ?? 0) ^ 0x40
  }
  writeFileSync(file, bytes)
}
