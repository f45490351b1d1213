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

/** Needles by their first three bytes, so that a file is gone over once whatever their number. */
const byBeginning = (needles: ReadonlyArray<Needle>) => {
  const known = new Uint8Array(1 << 24)
  const groups = new Map<number, Needle[]>()
  for (const needle of needles) {
    const beginning = needle.bytes.readUIntBE(0, 3)
    known[beginning] = 1
    groups.set(beginning, [...(groups.get(beginning) ?? []), needle])
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
      if (known[three] !== 1 || at < 2) continue
      for (const { of, bytes: needle } of groups.get(three) ?? [])
        if (bytes.subarray(at - 2, at - 2 + needle.length).equals(needle)) found.add(of)
    }
    return [...found]
  }

const filesUnder = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** Every needle that stands in any file of a folder: whole files, their free pages and unused room included. */
export const tracesUnder =
  (folder: string) =>
  (needles: ReadonlyArray<Needle>): ReadonlyArray<Trace> => {
    const search = tracesIn(byBeginning(needles))
    return filesUnder(folder).flatMap((file) =>
      search(readFileSync(file)).map((of) => ({ file: path.relative(folder, file), of })),
    )
  }
