import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { noteEndedEpoch } from '../../../../adapters/stores/kek-ring/files/ended-epochs-file'
import {
  makeKekRingInFiles,
  openKekRingInFiles,
} from '../../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import { noteEndedEpochsInOlderRing } from '../../../../adapters/stores/kek-ring/files/note-ended-epochs-in-older-ring'
import { missingEscrowEpochText } from '../../../../retention/epochs/destroy-escrowed-wrapping-keys'
import type { Day } from '../../../../domain/values/day'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { copyWithModes } from '../../../fixtures/copy-with-modes'

const folder = mkdtempSync(path.join(tmpdir(), 'ended-epochs-'))
afterAll(() => rmSync(folder, { recursive: true }))

const today = '2026-03-05' as Day
let rings = 0

/** A ring in its second epoch, whose first one is in escrow. */
const ringWithEscrow = async () => {
  const at = path.join(folder, String(++rings))
  const folders = { escrow: `${at}-escrow`, copy: `${at}-copy` }
  const ring = rightOrThrow(await makeKekRingInFiles(at, folders)())
  const first = readFileSync(path.join(at, 'epoch-1.json'), 'utf8')
  rightOrThrow(await ring.beginEpoch(today)())
  rightOrThrow(await ring.retireEpoch(1, today)())
  const end = async (): Promise<void> => {
    rightOrThrow(await ring.destroyEpoch(1, today)())
    rightOrThrow(await ring.removeEpochRecord(1)())
  }
  return { at, ...folders, ring, first, end }
}

const escrowHasNoFirst = expect.stringContaining('the escrow has no epoch 1: name the folder that has escrow-1.json')

describe('a ring with another folder for its escrow', () => {
  it('misses the epoch that it has left in the folder from before, until all files are moved', async () => {
    const { at, escrow } = await ringWithEscrow()
    const other = `${at}-other`
    expect(missingEscrowEpochText(rightOrThrow(await openKekRingInFiles(at, { escrow: other })()))).toEqual(
      escrowHasNoFirst,
    )
    renameSync(escrow, other)
    expect(missingEscrowEpochText(rightOrThrow(await openKekRingInFiles(at, { escrow: other })()))).toBeUndefined()
  })

  it('misses it in a process that reads the ring again, when the folder is emptied meanwhile', async () => {
    const { escrow, ring } = await ringWithEscrow()
    expect(missingEscrowEpochText(ring)).toBeUndefined()
    rmSync(escrow, { recursive: true })
    mkdirSync(escrow, { mode: 0o700 })
    rightOrThrow(await ring.reload())
    expect(missingEscrowEpochText(ring)).toEqual(escrowHasNoFirst)
  })

  it('misses it also when the ring is used by its copy', async () => {
    const { copy, escrow } = await ringWithEscrow()
    expect(missingEscrowEpochText(rightOrThrow(await openKekRingInFiles(copy)()))).toEqual(escrowHasNoFirst)
    expect(missingEscrowEpochText(rightOrThrow(await openKekRingInFiles(copy, { escrow })()))).toBeUndefined()
  })

  it('misses nothing once the epoch has ended, also in the copy', async () => {
    const { at, copy, end } = await ringWithEscrow()
    await end()
    for (const each of [at, copy])
      expect(
        missingEscrowEpochText(rightOrThrow(await openKekRingInFiles(each, { escrow: `${at}-other` })())),
      ).toBeUndefined()
  })
})

describe('a ring of an earlier version, which has no note of ended epochs', () => {
  const ringWithoutNote = async () => {
    const made = await ringWithEscrow()
    for (const each of [made.at, made.copy]) rmSync(path.join(each, 'ended-epochs.json'))
    return made
  }
  const declared = (isDeclared: boolean) => () => Promise.resolve(isDeclared)
  const note = (at: string) => path.join(at, 'ended-epochs.json')

  it('counts as ended what is older than all that it has, and gets no note from being opened', async () => {
    const { at, escrow } = await ringWithoutNote()
    expect(rightOrThrow(await openKekRingInFiles(at, { escrow })()).endedEpoch()).toBe(0)
    expect(readdirSync(at)).not.toContain('ended-epochs.json')
  })

  it('gets a note, with its copy, from the process that serves it', async () => {
    const { at, escrow, copy, end } = await ringWithoutNote()
    await noteEndedEpochsInOlderRing(
      at,
      { escrow, copy },
      rightOrThrow(await openKekRingInFiles(at, { escrow, copy })()),
      declared(false),
    )
    for (const each of [at, copy]) expect(readFileSync(note(each), 'utf8')).toContain('"upTo":0')
    await end()
    for (const each of [at, copy]) expect(readFileSync(note(each), 'utf8')).toContain('"upTo":1')
  })

  it('gets none that the log does not confirm, so that it opens with the right escrow later', async () => {
    const { at, escrow } = await ringWithoutNote()
    const ring = rightOrThrow(await openKekRingInFiles(at, { escrow: `${at}-other` })())
    expect(ring.endedEpoch()).toBe(1)
    await noteEndedEpochsInOlderRing(at, { escrow: `${at}-other` }, ring, declared(false))
    expect(existsSync(note(at))).toBe(false)
    expect(rightOrThrow(await openKekRingInFiles(at, { escrow })()).retiredEpochs()).toMatchObject([{ epoch: 1 }])
  })

  it('gets one when the log says that the key was destroyed', async () => {
    const { at, escrow, end } = await ringWithoutNote()
    await end()
    rmSync(note(at))
    await noteEndedEpochsInOlderRing(
      at,
      { escrow },
      rightOrThrow(await openKekRingInFiles(at, { escrow })()),
      declared(true),
    )
    expect(readFileSync(note(at), 'utf8')).toContain('"upTo":1')
  })

  it('is refused with a note that another escrow led to, and the refusal names this cause and what to do', async () => {
    const { at, escrow, ring } = await ringWithoutNote()
    await noteEndedEpoch(at, ring.library, 1)
    const refused = await openKekRingInFiles(at, { escrow })()
    for (const words of [
      'or ESCROW was another folder when ended-epochs.json was written',
      'move ended-epochs.json out',
    ])
      expect(refused).toMatchObject({ left: { reason: expect.stringContaining(words) as string } })
    rmSync(note(at))
    expect(rightOrThrow(await openKekRingInFiles(at, { escrow })()).retiredEpochs()).toMatchObject([{ epoch: 1 }])
  })
})

describe('the note of ended epochs', () => {
  it('is read whole by a process that has opened it before it is replaced', async () => {
    const { at, end } = await ringWithEscrow()
    const opened = openSync(path.join(at, 'ended-epochs.json'), 'r')
    await end()
    expect(readFileSync(opened, 'utf8')).toContain('"upTo":0')
    closeSync(opened)
    expect(readdirSync(at).filter((name) => name.endsWith('.new'))).toEqual([])
  })
})

describe('a ring whose escrow was exchanged for an empty folder', () => {
  it('destroys no key there and names the file, until the folder is back', async () => {
    const { at, escrow, ring } = await ringWithEscrow()
    renameSync(escrow, `${escrow}-away`)
    const says = expect.stringContaining('the escrow has no escrow-1.json') as string
    expect(await ring.destroyEpoch(1, today)()).toMatchObject({ left: { _tag: 'Unavailable', reason: says } })
    mkdirSync(escrow, { mode: 0o700 })
    expect(await ring.destroyEpoch(1, today)()).toMatchObject({ left: { reason: says } })
    expect([readdirSync(escrow), ring.retiredEpochs()]).toMatchObject([[], [{ epoch: 1, destroyedOn: undefined }]])
    expect(readFileSync(path.join(at, 'ended-epochs.json'), 'utf8')).toContain('"upTo":0')
    rmSync(escrow, { recursive: true })
    renameSync(`${escrow}-away`, escrow)
    rightOrThrow(await ring.destroyEpoch(1, today)())
    expect(readdirSync(escrow)).toEqual(['destroyed-1.json'])
  })
})

describe('a ring to which the key of an ended epoch was put back', () => {
  it('is not opened while the key is among those in use, and names the file', async () => {
    const { at, escrow, first, end } = await ringWithEscrow()
    await end()
    const [file, says] = [path.join(at, 'epoch-1.json'), expect.stringContaining('epoch-1.json is the key of an epoch')]
    writeFileSync(file, first, { mode: 0o600 })
    expect(await openKekRingInFiles(at, { escrow })()).toMatchObject({
      left: { _tag: 'Unavailable', reason: says as string },
    })
    rmSync(file)
    expect(rightOrThrow(await openKekRingInFiles(at, { escrow })()).epochs()).toEqual([2])
  })

  it('is not opened while the key is in the escrow', async () => {
    const { at, escrow, end } = await ringWithEscrow()
    copyWithModes(escrow, `${escrow}-before`, { recursive: true })
    await end()
    const says = expect.stringContaining('escrow-1.json is the key of an epoch that was destroyed') as string
    expect(await openKekRingInFiles(at, { escrow: `${escrow}-before` })()).toMatchObject({ left: { reason: says } })
  })
})
