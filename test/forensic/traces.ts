import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Bytes to look for, and what they are. */
export interface Needle {
  readonly of: string
  readonly bytes: Buffer
}

/** A needle found. */
export interface Trace {
  readonly file: string
  readonly of: string
}

/** How a needle begins; none is shorter. */
const beginning = 6

/**
 * Needles by their first six bytes, and of those the last three, so that a file is gone over once whatever the number of
 * needles. Six, because thousands of needles in hex share their first three with each id in a log.
 */
const byBeginning = (needles: ReadonlyArray<Needle>) => {
  const known = new Uint8Array(1 << 24)
  const groups = new Map<number, Needle[]>()
  for (const needle of needles) {
    const begins = needle.bytes.readUIntBE(0, beginning)
    known[needle.bytes.readUIntBE(3, 3)] = 1
    const group = groups.get(begins)
    if (group === undefined) groups.set(begins, [needle])
    else group.push(needle)
  }
  return { known, groups }
}

const tracesIn =
  ({ known, groups }: ReturnType<typeof byBeginning>) =>
  (bytes: Buffer): ReadonlyArray<string> => {
    const found = new Set<string>()
    let three = 0
    for (let at = 0; at < bytes.length; at++) {
      three = ((three << 8) | (bytes[at] ?? 0)) & 0xffffff
      const from = at - beginning + 1
      if (known[three] !== 1 || from < 0) continue
      for (const { of, bytes: needle } of groups.get(bytes.readUIntBE(from, beginning)) ?? [])
        if (bytes.subarray(from, from + needle.length).equals(needle)) found.add(of)
    }
    return [...found]
  }

const filesUnder = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** Every needle that stands in any file of a folder, as the files are read: whole, free pages and unused room included. */
export const tracesRead =
  (read: (file: string) => Buffer) =>
  (folder: string) =>
  (needles: ReadonlyArray<Needle>): ReadonlyArray<Trace> => {
    const search = tracesIn(byBeginning(needles))
    return filesUnder(folder).flatMap((file) =>
      search(read(file)).map((of) => ({ file: path.relative(folder, file), of })),
    )
  }

export const tracesUnder = tracesRead((file) => readFileSync(file))
