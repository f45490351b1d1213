import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'

/** A readable range of the memory of a process. */
interface MemoryRange {
  readonly from: number
  readonly to: number
  /** What is mapped there: a file, `[heap]`, `[stack]`, or nothing for anonymous memory. */
  readonly name: string
}

/** The memory of a process, as it was read. */
export interface ProcessMemory {
  readonly parts: ReadonlyArray<{ readonly range: MemoryRange; readonly bytes: Buffer }>
  /** What could not be read, with the reason. */
  readonly unread: ReadonlyArray<string>
}

/** Whether this machine shows the memory of processes. */
export const hasProcessMemory = existsSync('/proc/self/mem')

const readableRange = /^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+ *(.*)$/gm

const rangesOf = (pid: number): ReadonlyArray<MemoryRange> =>
  [...readFileSync(`/proc/${String(pid)}/maps`, 'utf8').matchAll(readableRange)].map(
    ([, from = '', to = '', name = '']) => ({ from: parseInt(from, 16), to: parseInt(to, 16), name }),
  )

const pageSize = 4096

/** The parts of a range whose pages are in memory or swapped out. The others were reserved and never written. */
const usedParts =
  (pageMap: number) =>
  ({ from, to, name }: MemoryRange): ReadonlyArray<MemoryRange> => {
    const entries = Buffer.alloc(((to - from) / pageSize) * 8)
    const known = readSync(pageMap, entries, 0, entries.length, (from / pageSize) * 8)
    const parts: Array<{ from: number; to: number; name: string }> = []
    for (let at = 0; at < known; at += 8) {
      // The two highest bits: the page is present, or swapped out.
      if (entries.readUInt8(at + 7) < 64) continue
      const start = from + (at / 8) * pageSize
      const last = parts.at(-1)
      if (last?.to === start) last.to += pageSize
      else parts.push({ from: start, to: start + pageSize, name })
    }
    return parts
  }

const readRange = (memory: number, { from, to }: MemoryRange): Buffer => {
  const bytes = Buffer.alloc(to - from)
  for (let at = 0; at < bytes.length;) {
    const read = readSync(memory, bytes, at, bytes.length - at, from + at)
    if (read === 0) throw new Error('ends early')
    at += read
  }
  return bytes
}

/** Reads every page that a process can read and has in memory, also those that are mapped from files. */
export const readProcessMemory = (pid: number): ProcessMemory => {
  const memory = openSync(`/proc/${String(pid)}/mem`, 'r')
  const pageMap = openSync(`/proc/${String(pid)}/pagemap`, 'r')
  const parts: Array<ProcessMemory['parts'][number]> = []
  const unread: string[] = []
  for (const range of rangesOf(pid).flatMap(usedParts(pageMap)))
    try {
      parts.push({ range, bytes: readRange(memory, range) })
    } catch (error) {
      unread.push(`${range.name} of ${String(range.to - range.from)} bytes: ${String(error)}`)
    }
  closeSync(memory)
  closeSync(pageMap)
  return { parts, unread }
}
