import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  makeKekRingInFiles,
  openKekRingInFiles,
} from '../../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import { memoryRingOf } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import type { Day } from '../../../../domain/values/day'
import { generateKekRingContent } from '../../../../retention/keys/make-kek-ring-from-content'
import { sharedKekRingContract } from '../../../contract/shared-kek-ring-contract'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { copyWithModes } from '../../../fixtures/copy-with-modes'

const parent = mkdtempSync(path.join(tmpdir(), 'shared-kek-ring-'))
afterAll(() => rmSync(parent, { recursive: true }))

let rings = 0
const newFolder = (): string => path.join(parent, String(++rings))
const newRing = async (others: { readonly copy?: string } = {}) => {
  const at = newFolder()
  const ring = rightOrThrow(await makeKekRingInFiles(at, others)())
  return { at, ring, open: async () => rightOrThrow(await openKekRingInFiles(at, others)()) }
}
const today = '2026-03-05' as Day
const read = (...names: ReadonlyArray<string>): string => readFileSync(path.join(...names), 'utf8')

sharedKekRingContract('memory', () => memoryRingOf(generateKekRingContent()).open)
sharedKekRingContract('files', async () => (await newRing()).open)
sharedKekRingContract('files with a copy', async () => (await newRing({ copy: newFolder() })).open)

describe('a KEK ring in files that several processes open', () => {
  it.each<readonly [string, ReadonlyArray<string>]>([
    ['in the copy', []],
    ['in the copy, with the key of its read models', ['read-models-2.json']],
  ])('begins the epoch that a killed process has begun %s, with the same keys', async (_where, written) => {
    const copy = newFolder()
    const { at, open } = await newRing({ copy })
    const [killed, other] = [newFolder(), await open()]
    copyWithModes(at, killed, { recursive: true })
    const copyOfKilled = newFolder()
    rightOrThrow(await rightOrThrow(await openKekRingInFiles(killed, { copy: copyOfKilled })()).beginEpoch(today)())
    copyFileSync(path.join(copyOfKilled, 'epoch-2.json'), path.join(copy, 'epoch-2.json'))
    for (const name of written) copyFileSync(path.join(killed, name), path.join(at, name))
    expect((await open()).epochs()).toEqual([1])
    rightOrThrow(await other.beginEpoch(today)())
    expect([read(at, 'epoch-2.json'), read(copy, 'epoch-2.json')]).toEqual(
      Array(2).fill(read(copyOfKilled, 'epoch-2.json')),
    )
    for (const name of written) expect(read(at, name)).toBe(read(killed, name))
    expect(readdirSync(at).filter((name) => name.endsWith('.new'))).toEqual([])
  })

  it.each([
    ['that only this file has', false],
    ['that has its own name too', true],
  ])(
    'leaves no key of an epoch in a file whose writing was not finished, %s, when it is opened',
    async (_which, isLinked) => {
      const copy = newFolder()
      const { at, ring, open } = await newRing({ copy })
      rightOrThrow(await ring.beginEpoch(today)())
      const unfinished = [at, copy].map((folder) => path.join(folder, 'epoch-2.json.8d1c.new'))
      for (const file of unfinished) {
        const named = path.join(path.dirname(file), 'epoch-2.json')
        if (isLinked) linkSync(named, file)
        else copyFileSync(named, file)
      }
      const reopened = await open()
      expect(unfinished.map((file) => existsSync(file))).toEqual([false, false])
      const wrapped = rightOrThrow(await ring.wrap(2, Buffer.from('whose'), Buffer.alloc(32, 9))())
      expect(await reopened.unwrap(2, Buffer.from('whose'), wrapped)()).toMatchObject({ _tag: 'Right' })
      expect(read(at, 'epoch-2.json')).toContain('wrapping')
    },
  )

  it('is read anew while another process removes an epoch: what is overwritten with zeros is not there any more', async () => {
    const { at, ring, open } = await newRing()
    rightOrThrow(await ring.beginEpoch(today)())
    const other = await open()
    const names = ['epoch-1.json', 'read-models-1.json'] as const
    const sizes = names.map((name) => read(at, name).length)
    rightOrThrow(await ring.retireEpoch(1, today)())
    for (const [index, name] of names.entries())
      writeFileSync(path.join(at, name), Buffer.alloc(sizes[index] ?? 0), { mode: 0o600 })
    rightOrThrow(await other.reload())
    expect([other.epochs(), other.retiredEpochs()]).toEqual([[2], ring.retiredEpochs()])
  })

  it('leaves nothing of a destroyed epoch when the process that removed it was killed in between', async () => {
    const { at, ring } = await newRing()
    rightOrThrow(await ring.beginEpoch(today)())
    rightOrThrow(await ring.retireEpoch(1, today)())
    const inEscrow = read(at, 'escrow', 'escrow-1.json')
    rightOrThrow(await ring.destroyEpoch(1, today)())
    writeFileSync(path.join(at, 'escrow', 'escrow-1.json'), inEscrow, { mode: 0o600 })
    writeFileSync(path.join(at, 'epoch-1.json'), Buffer.alloc(100), { mode: 0o600 })
    rightOrThrow(await ring.removeEpochRecord(1)())
    expect(readdirSync(path.join(at, 'escrow'))).toEqual([])
    expect(readdirSync(at).filter((name) => name.includes('1'))).toEqual([])
  })

  it('is refused when it has another key for an epoch than before, and is used as it was', async () => {
    const { at, ring, open } = await newRing()
    const other = await open()
    const wrapped = rightOrThrow(await ring.wrap(1, Buffer.from('a'), Buffer.from('b'))())
    const { lasting: _none, ...epoch } = JSON.parse(read(at, 'epoch-1.json')) as Record<string, unknown>
    const exchanged = { ...epoch, wrapping: Buffer.alloc(32, 1).toString('base64') }
    writeFileSync(path.join(at, 'epoch-1.json'), JSON.stringify(exchanged), { mode: 0o600 })
    expect(await other.reload()).toMatchObject({ left: { reason: expect.stringContaining('exchanged') as string } })
    rightOrThrow(await other.unwrap(1, Buffer.from('a'), wrapped)())
  })

  it('cannot be read anew while its folder is away, and is used as it was', async () => {
    const { at, ring } = await newRing()
    rmSync(at, { recursive: true })
    expect(await ring.reload()).toMatchObject({ left: { _tag: 'Unavailable' } })
    expect(ring.epochs()).toEqual([1])
  })
})
