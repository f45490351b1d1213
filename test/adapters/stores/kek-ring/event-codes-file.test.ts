import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import {
  makeKekRingInFiles,
  openKekRingInFiles,
} from '../../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import type { EventsBeforeCodesByLog } from '../../../../retention/event-codes/summary-of-events-without-code'
import type { Day } from '../../../../domain/values/day'
import { removeMember } from '../../../e2e/damage/remove-member'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { exampleEvent, noOlderEvents } from '../../../retention/event-codes/example-coded-events'
import { copyWithModes } from '../../../fixtures/copy-with-modes'

const folder = mkdtempSync(path.join(tmpdir(), 'ring-codes-'))
afterAll(() => rmSync(folder, { recursive: true }))

let rings = 0
const newFolder = (): string => path.join(folder, String(++rings))
const fileIn = (ring: string): string => path.join(ring, 'event-codes.json')

const older: EventsBeforeCodesByLog = {
  circulation: { events: 3, digest: 'abc', ends: ['000000000003'] },
  persons: noOlderEvents,
}

/** The folder of a ring whose codes have begun. */
const ringWithCodes = async (): Promise<string> => {
  const at = newFolder()
  rightOrThrow(await rightOrThrow(await makeKekRingInFiles(at)()).eventCodes.begin(older)())
  return at
}

const codesIn = async (at: string) => {
  const codes = rightOrThrow(await openKekRingInFiles(at)()).eventCodes.current()
  if (codes === undefined) throw new Error('the ring has no codes')
  return codes
}

describe('the event codes of a ring in files', () => {
  it('begin when they are signed: a new ring has none, and no file of them', async () => {
    const at = newFolder()
    for (const open of [makeKekRingInFiles, openKekRingInFiles])
      expect(rightOrThrow(await open(at)()).eventCodes.current()).toBeUndefined()
  })

  it('are the same when the ring is opened again, with the older events, in a file that only the owner can use', async () => {
    const [at, event] = [await ringWithCodes(), exampleEvent()]
    const code = (await codesIn(at)).circulation.codeOf(event)
    expect((await codesIn(at)).circulation.findFault({ ...event, code })).toBeUndefined()
    expect((await codesIn(at)).circulation.older).toEqual(older.circulation)
    expect(statSync(fileIn(at)).mode & 0o777).toBe(0o600)
  })

  it('keep their keys when the older events are signed again', async () => {
    const [at, event] = [await ringWithCodes(), exampleEvent()]
    const code = (await codesIn(at)).circulation.codeOf(event)
    const moved = { ...older, circulation: { ...older.circulation, ends: ['000000000003', '00000000000000000999'] } }
    rightOrThrow(await rightOrThrow(await openKekRingInFiles(at)()).eventCodes.begin(moved)())
    expect((await codesIn(at)).circulation.older.ends).toHaveLength(2)
    expect((await codesIn(at)).circulation.findFault({ ...event, code })).toBeUndefined()
  })

  it('have the same keys in each copy of the ring, whichever process begins them', async () => {
    const [at, copy] = [newFolder(), newFolder()]
    rightOrThrow(await makeKekRingInFiles(at)())
    copyWithModes(at, copy, { recursive: true })
    const event = exampleEvent()
    const one = rightOrThrow(await rightOrThrow(await openKekRingInFiles(at)()).eventCodes.begin(older)())
    const other = rightOrThrow(await rightOrThrow(await openKekRingInFiles(copy)()).eventCodes.begin(older)())
    expect(other.persons.findFault({ ...event, code: one.persons.codeOf(event) })).toBeUndefined()
  })

  it('differ between logs and between rings', async () => {
    const [one, other] = [await codesIn(await ringWithCodes()), await codesIn(await ringWithCodes())]
    const event = exampleEvent()
    const code = one.circulation.codeOf(event)
    expect(one.persons.findFault({ ...event, code })).toBe('mismatch')
    expect(other.circulation.findFault({ ...event, code })).toBe('mismatch')
  })

  it.each<readonly [string, (content: string) => string]>([
    [
      'a changed key',
      (content) => content.replace(/"1":"./, (start) => start.slice(0, -1) + (start.endsWith('A') ? 'B' : 'A')),
    ],
    ['another number of older events', (content) => content.replace('\\"events\\":3', '\\"events\\":4')],
    ['another end of the older events', (content) => content.replace('000000000003', '000000000009')],
    ['a changed signature', (content) => content.replace('"signature":"', '"signature":"A')],
    ['no key for a log', (content) => content.replace(/"persons":\{[^}]*\}/, '"persons":{}')],
    ['a text that is no JSON', (content) => content.slice(0, -5)],
  ])('are refused with %s', async (_what, change) => {
    const at = await ringWithCodes()
    const content = readFileSync(fileIn(at), 'utf8')
    const changed = change(content)
    expect(changed).not.toBe(content)
    writeFileSync(fileIn(at), changed)
    expect(await openKekRingInFiles(at)()).toMatchObject(
      E.left({ _tag: 'Unavailable', reason: expect.stringContaining('event-codes.json') as string }),
    )
  })

  it('are refused when they are those of another ring', async () => {
    const [at, other] = [await ringWithCodes(), await ringWithCodes()]
    copyWithModes(fileIn(other), fileIn(at))
    expect(E.isLeft(await openKekRingInFiles(at)())).toBe(true)
  })
})

describe('a ring whose codes have begun', () => {
  it('is not opened without event-codes.json, also after the epoch was renewed', async () => {
    const at = await ringWithCodes()
    rightOrThrow(await rightOrThrow(await openKekRingInFiles(at)()).beginEpoch('2026-03-05' as Day)())
    rmSync(fileIn(at))
    expect(await openKekRingInFiles(at)()).toMatchObject({
      left: { reason: expect.stringContaining('event-codes.json is missing, although the codes') as string },
    })
  })

  it('is not opened without event-codes.json when only one file of an epoch is from before the codes', async () => {
    const at = newFolder()
    const ring = rightOrThrow(await makeKekRingInFiles(at)())
    const earlier = readFileSync(path.join(at, 'epoch-1.json'))
    rightOrThrow(await ring.eventCodes.begin(older)())
    rightOrThrow(await ring.beginEpoch('2026-03-05' as Day)())
    rmSync(fileIn(at))
    writeFileSync(path.join(at, 'epoch-1.json'), earlier)
    expect(E.isLeft(await openKekRingInFiles(at)())).toBe(true)
  })

  it('is not opened with another signing key, although library.json names none and event-codes.json is gone', async () => {
    const [at, other] = [await ringWithCodes(), newFolder()]
    const { library } = rightOrThrow(await openKekRingInFiles(at)())
    rightOrThrow(await makeKekRingInFiles(other)())
    copyWithModes(path.join(other, 'signing.pem'), path.join(at, 'signing.pem'))
    writeFileSync(path.join(at, 'library.json'), JSON.stringify({ library }))
    rmSync(fileIn(at))
    expect(E.isLeft(await openKekRingInFiles(at)())).toBe(true)
  })

  it('is made anew over nothing that is left of it', async () => {
    const at = await ringWithCodes()
    rmSync(path.join(at, 'library.json'))
    expect(await makeKekRingInFiles(at)()).toMatchObject({
      left: { reason: expect.stringContaining('no new ring is made over it') as string },
    })
  })

  it('has a copy that takes its place, and is not opened beside that copy once it has lost its codes', async () => {
    const [at, copy] = [newFolder(), newFolder()]
    rightOrThrow(await rightOrThrow(await makeKekRingInFiles(at, { copy })()).eventCodes.begin(older)())
    expect((await codesIn(copy)).circulation.older).toEqual(older.circulation)
    rmSync(fileIn(at))
    removeMember(path.join(at, 'epoch-1.json'), 'lasting')
    expect(await openKekRingInFiles(at, { copy })()).toMatchObject({
      left: { reason: expect.stringContaining('the copy that RING_COPY names has one') as string },
    })
    expect((await codesIn(copy)).circulation.older).toEqual(older.circulation)
  })

  it('of an earlier version, whose epochs name nothing, is opened, and names its codes from then on', async () => {
    const at = await ringWithCodes()
    removeMember(path.join(at, 'epoch-1.json'), 'lasting')
    expect((await codesIn(at)).circulation.older).toEqual(older.circulation)
    rmSync(fileIn(at))
    expect(E.isLeft(await openKekRingInFiles(at)())).toBe(true)
  })
})

describe('a ring that is an older copy of itself', () => {
  const day = '2026-03-05' as Day

  it('is not opened beside a newer escrow: the next epoch would get a number that another key had', async () => {
    const [at, escrow, earlier] = [newFolder(), newFolder(), newFolder()]
    const ring = rightOrThrow(await makeKekRingInFiles(at, { escrow })())
    copyWithModes(at, earlier, { recursive: true })
    for (const epoch of [1, 2]) {
      rightOrThrow(await ring.beginEpoch(day)())
      rightOrThrow(await ring.retireEpoch(epoch, day)())
    }
    expect(await openKekRingInFiles(earlier, { escrow })()).toMatchObject({
      left: { reason: expect.stringContaining('epoch 2 was retired already') as string },
    })
    rightOrThrow(await openKekRingInFiles(at, { escrow })())
  })

  it('is not opened with the file of an epoch that was destroyed', async () => {
    const at = newFolder()
    const ring = rightOrThrow(await makeKekRingInFiles(at)())
    const file = path.join(at, 'epoch-1.json')
    const first = readFileSync(file)
    rightOrThrow(await ring.beginEpoch(day)())
    rightOrThrow(await ring.retireEpoch(1, day)())
    rightOrThrow(await ring.destroyEpoch(1, day)())
    writeFileSync(file, first, { mode: 0o600 })
    expect(await openKekRingInFiles(at)()).toMatchObject({
      left: { reason: expect.stringContaining('although it was destroyed') as string },
    })
  })
})
