import { withTemporaryFolder } from '../fixtures/running-library'
import { patternsForSecret } from './byte-patterns'
import { searchBytesFor, type BytePattern } from './find-byte-patterns'
import { canariesOf, people } from './memory/canaries'
import { keysOfFolder, type KeyInAllForms } from './memory/keys-of-folder'
import { startLibraryProcess } from './memory/library-process'
import { hasProcessMemory, readProcessMemory } from './memory/process-memory'

const patternsOfKey = ({ scope, forms }: KeyInAllForms): ReadonlyArray<BytePattern> =>
  Object.entries(forms).flatMap(([form, bytes]) =>
    bytes === undefined ? [] : [...patternsForSecret(`${form} ${scope}`)(bytes), inBase64(`${form} ${scope}`, bytes)],
  )

const inBase64 = (label: string, bytes: Uint8Array): BytePattern => ({
  label,
  bytes: Buffer.from(Buffer.from(bytes).toString('base64').slice(0, 20)),
})

/** Personal values as V8 holds them: one byte a character, or two. */
const patternsOfCanaries: ReadonlyArray<BytePattern> = people.flatMap((person) =>
  Object.values(canariesOf(person)).flatMap((text) =>
    (['latin1', 'utf16le'] as const).map((encoding) => ({ label: text, bytes: Buffer.from(text, encoding) })),
  ),
)
const canaries: ReadonlySet<string> = new Set(patternsOfCanaries.map(({ label }) => label))

/** What is found in the memory of a process. */
interface FoundInMemory {
  /** Form and scope of each key, such as `wrapped 0f…`. */
  readonly keys: ReadonlySet<string>
  readonly canaries: ReadonlySet<string>
}

const searchMemory = (pid: number, keys: ReadonlyArray<KeyInAllForms>): FoundInMemory => {
  const search = searchBytesFor([...keys.flatMap(patternsOfKey), ...patternsOfCanaries])
  const { parts, unread } = readProcessMemory(pid)
  const found = new Set(parts.flatMap(({ bytes }) => search(bytes)))
  const megabytes = parts.reduce((total, { bytes }) => total + bytes.length, 0) / 1e6
  process.stderr.write(
    `memory searched: ${megabytes.toFixed(0)} MB${unread.length === 0 ? '' : `; not readable: ${unread.join('; ')}`}\n`,
  )
  const isCanary = (label: string): boolean => canaries.has(label)
  return {
    keys: new Set([...found].filter((label) => !isCanary(label))),
    canaries: new Set([...found].filter(isCanary)),
  }
}

const labelsOf = (form: keyof KeyInAllForms['forms'], keys: ReadonlyArray<KeyInAllForms>): ReadonlyArray<string> =>
  keys.flatMap(({ scope, forms }) => (forms[form] === undefined ? [] : [`${form} ${scope}`]))

describe('the memory of a process', () => {
  if (!hasProcessMemory) {
    it('is not searched here: this machine has no /proc', () => {
      process.stderr.write('memory of processes: not searched: there is no /proc\n')
      expect(hasProcessMemory).toBe(false)
    })
    return
  }

  it('holds no erased key after the erasure, none derived from one, and few that are wrapped with the ring; none of them, and nothing of the erased people, once another process has taken its place', () =>
    withTemporaryFolder(async (folder) => {
      let library = await startLibraryProcess(folder)
      try {
        await library.run('lend')
        await library.run('roll')
        const lent = await keysOfFolder(folder)
        const before = searchMemory(library.pid, lent)
        // The search finds what is in use.
        expect(lent.length).toBeGreaterThanOrEqual(3 * people.length)
        for (const form of ['key', 'encryption', 'wrapped'] as const)
          expect(labelsOf(form, lent).filter((label) => !before.keys.has(label))).toEqual([])
        expect(before.canaries).toEqual(canaries)

        await library.run('erase')
        const living = new Set((await keysOfFolder(folder)).map(({ scope }) => scope))
        const erased = lent.filter(({ scope }) => !living.has(scope))
        expect(erased.length).toBeGreaterThanOrEqual(3 * people.length)
        const after = searchMemory(library.pid, erased)
        const wrapped = labelsOf('wrapped', erased).filter((label) => after.keys.has(label))
        expect([...after.keys].filter((label) => !wrapped.includes(label))).toEqual([])
        process.stderr.write(
          `wrapped keys of erased scopes in freed memory: ${String(wrapped.length)} of ${String(erased.length)}\n`,
        )
        // SQLite and the allocator leave single ones in buffers that are in use for something shorter.
        expect(wrapped.length).toBeLessThan(erased.length / 4)
        process.stderr.write(
          `personal values of erased people in freed memory: ${String(after.canaries.size)} of ${String(canaries.size)}\n`,
        )

        await library.kill()
        library = await startLibraryProcess(folder)
        await library.run('read')
        const replaced = searchMemory(library.pid, erased)
        expect([...replaced.keys, ...replaced.canaries]).toEqual([])
      } finally {
        await library.kill()
      }
    }))
})
