import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { makeKekRingIn, openKekRing } from '../../../../adapters/stores/kek-ring/files/open-kek-ring'
import type { OlderEventsByLog } from '../../../../retention/event-codes/older-events'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { exampleEvent, noOlderEvents } from '../../../retention/event-codes/example-coded-events'

const folder = mkdtempSync(path.join(tmpdir(), 'ring-codes-'))
afterAll(() => rmSync(folder, { recursive: true }))

let rings = 0
const newFolder = (): string => path.join(folder, String(++rings))
const fileIn = (ring: string): string => path.join(ring, 'event-codes.json')

const older: OlderEventsByLog = {
  circulation: { events: 3, digest: 'abc', ends: ['000000000003'] },
  persons: noOlderEvents,
}

/** The folder of a ring whose codes have begun. */
const ringWithCodes = async (): Promise<string> => {
  const at = newFolder()
  rightOrThrow(await rightOrThrow(makeKekRingIn(at)).eventCodes.begin(older)())
  return at
}

const codesIn = (at: string) => {
  const codes = rightOrThrow(openKekRing(at)).eventCodes.current()
  if (codes === undefined) throw new Error('the ring has no codes')
  return codes
}

describe('the event codes of a ring in files', () => {
  it('begin when they are signed: a new ring has none, and no file of them', () => {
    const at = newFolder()
    expect(rightOrThrow(makeKekRingIn(at)).eventCodes.current()).toBeUndefined()
    expect(rightOrThrow(openKekRing(at)).eventCodes.current()).toBeUndefined()
  })

  it('are the same when the ring is opened again, with the older events, in a file that only the owner can use', async () => {
    const at = await ringWithCodes()
    const event = exampleEvent()
    const code = codesIn(at).circulation.codeOf(event)
    expect(codesIn(at).circulation.findFault({ ...event, code })).toBeUndefined()
    expect(codesIn(at).circulation.older).toEqual(older.circulation)
    expect(statSync(fileIn(at)).mode & 0o777).toBe(0o600)
  })

  it('keep their keys when the older events are signed again', async () => {
    const at = await ringWithCodes()
    const event = exampleEvent()
    const code = codesIn(at).circulation.codeOf(event)
    const moved = { ...older, circulation: { ...older.circulation, ends: ['000000000003', '00000000000000000999'] } }
    rightOrThrow(await rightOrThrow(openKekRing(at)).eventCodes.begin(moved)())
    expect(codesIn(at).circulation.older.ends).toHaveLength(2)
    expect(codesIn(at).circulation.findFault({ ...event, code })).toBeUndefined()
  })

  it('have the same keys in each copy of the ring, whichever process begins them', async () => {
    const [at, copy] = [newFolder(), newFolder()]
    rightOrThrow(makeKekRingIn(at))
    cpSync(at, copy, { recursive: true })
    const event = exampleEvent()
    const one = rightOrThrow(await rightOrThrow(openKekRing(at)).eventCodes.begin(older)())
    const other = rightOrThrow(await rightOrThrow(openKekRing(copy)).eventCodes.begin(older)())
    expect(other.persons.findFault({ ...event, code: one.persons.codeOf(event) })).toBeUndefined()
  })

  it('differ between logs and between rings', async () => {
    const [one, other] = [codesIn(await ringWithCodes()), codesIn(await ringWithCodes())]
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
    [
      'a changed signature',
      (content) => content.replace(/"signature":"./, (start) => start.slice(0, -1) + (start.endsWith('A') ? 'B' : 'A')),
    ],
    ['no key for a log', (content) => content.replace(/"persons":\{[^}]*\}/, '"persons":{}')],
    ['a text that is no JSON', (content) => content.slice(0, -5)],
  ])('are refused with %s', async (_what, change) => {
    const at = await ringWithCodes()
    const content = readFileSync(fileIn(at), 'utf8')
    const changed = change(content)
    expect(changed).not.toBe(content)
    writeFileSync(fileIn(at), changed)
    expect(openKekRing(at)).toMatchObject(
      E.left({ _tag: 'Unavailable', reason: expect.stringContaining('event-codes.json') as string }),
    )
  })

  it('are refused when they are those of another ring', async () => {
    const [at, other] = [await ringWithCodes(), await ringWithCodes()]
    cpSync(fileIn(other), fileIn(at))
    expect(E.isLeft(openKekRing(at))).toBe(true)
  })
})
