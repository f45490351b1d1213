import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Bytes to search for, with a label. */
export interface BytePattern {
  readonly label: string
  readonly bytes: Buffer
}

/** A pattern that was found in a file. */
export interface PatternMatch {
  readonly file: string
  readonly label: string
}

/** The length of the prefix by which patterns are indexed. No pattern is shorter. */
const prefixLength = 6

/**
 * Indexes patterns by their first six bytes, and by the last three of those, so that a file is read once for any number
 * of patterns. Six, because thousands of patterns in hex share their first three bytes with ids in a log.
 */
const byPrefix = (patterns: ReadonlyArray<BytePattern>) => {
  const knownSuffixes = new Uint8Array(1 << 24)
  const groups = new Map<number, BytePattern[]>()
  for (const pattern of patterns) {
    const prefix = pattern.bytes.readUIntBE(0, prefixLength)
    knownSuffixes[pattern.bytes.readUIntBE(3, 3)] = 1
    const group = groups.get(prefix)
    if (group === undefined) groups.set(prefix, [pattern])
    else group.push(pattern)
  }
  return { known: knownSuffixes, groups }
}

const findPatternsIn =
  ({ known: knownSuffixes, groups }: ReturnType<typeof byPrefix>) =>
  (bytes: Buffer): ReadonlyArray<string> => {
    const found = new Set<string>()
    let lastThreeBytes = 0
    for (let at = 0; at < bytes.length; at++) {
      lastThreeBytes = ((lastThreeBytes << 8) | (bytes[at] ?? 0)) & 0xffffff
      const from = at - prefixLength + 1
      if (knownSuffixes[lastThreeBytes] !== 1 || from < 0) continue
      for (const { label, bytes: pattern } of groups.get(bytes.readUIntBE(from, prefixLength)) ?? [])
        if (bytes.subarray(from, from + pattern.length).equals(pattern)) found.add(label)
    }
    return [...found]
  }

const filesUnder = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** Finds patterns in all files of a folder. `read` returns a whole file, with free pages and unused space. */
export const findPatternsUsing =
  (read: (file: string) => Buffer) =>
  (folder: string) =>
  (patterns: ReadonlyArray<BytePattern>): ReadonlyArray<PatternMatch> => {
    const search = findPatternsIn(byPrefix(patterns))
    return filesUnder(folder).flatMap((file) =>
      search(read(file)).map((label) => ({ file: path.relative(folder, file), label })),
    )
  }

/** Prepares the search for patterns: the labels of those that some bytes hold. */
export const searchBytesFor = (patterns: ReadonlyArray<BytePattern>): ((bytes: Buffer) => ReadonlyArray<string>) =>
  findPatternsIn(byPrefix(patterns))

export const findPatternsInFolder = findPatternsUsing((file) => readFileSync(file))
