import type { DemoUser } from '../../adapters/interfaces/http/tokens/demo-issuer'
import type { Day } from '../../domain/values/day'
import type { PersonWithAccess } from '../../retention/promises/kind-of-data'
import { listKindsOfData } from '../../retention/promises/kinds-of-data'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  dutyOfficerUser,
  guardianUser,
  staffUser,
  videoInvestigatorUser,
  withHttpServer,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../crash/check/read-both-logs'
import { moveClockTo } from '../e2e/use-case-steps'
import type { ExampleOfData, HeldValue, PathTemplate } from './example-of-data'
import { examples } from './examples'
import { fillChange, fillPath } from './fill-path'
import { overviews } from './lending-steps'
import { testOfChange, testOfPromise } from './test-names'

const people: ReadonlyArray<PersonWithAccess> = [
  ...(['borrower', 'staff', 'administrator', 'guardian', 'dutyOfficer', 'videoInvestigator'] as const),
]

const userOf = (person: PersonWithAccess, { borrower, guardianship }: HeldValue): DemoUser => {
  const guardian = guardianUser(guardianship === undefined ? [] : [guardianship])
  const ofLibrary = { staff: staffUser, administrator: administratorUser }
  const viewers = { dutyOfficer: dutyOfficerUser, videoInvestigator: videoInvestigatorUser }
  return { borrower: borrowerUser(borrower), guardian, ...ofLibrary, ...viewers }[person]
}

/** The paths that are asked for every kind of data. */
const pathsOfEveryKind = [...overviews, ...overviews.flatMap((path) => [`${path}/statement`, `${path}/data`])]

const isShownAt = async (
  { send }: ServedLibrary,
  as: DemoUser,
  held: HeldValue,
  templates: ReadonlyArray<PathTemplate>,
  shownBy?: ExampleOfData['shownBy'],
): Promise<boolean> => {
  if (shownBy !== undefined) {
    const { method, path, body } = shownBy
    if ((await send(method, path, { as, body })).text.includes(held.shown)) return true
  }
  for (const path of templates.map(fillPath(held)))
    if ((await send('GET', path, { as })).text.includes(held.shown)) return true
  return false
}

const pathsOf = ({ shownAt, notShownAt = [] }: ExampleOfData): ReadonlyArray<PathTemplate> => [
  ...new Set([...shownAt, ...notShownAt, ...pathsOfEveryKind]),
]

/** Who sees the value in any of the answers that might show it. */
const whoSees = async (
  library: ServedLibrary,
  held: HeldValue,
  templates: ReadonlyArray<PathTemplate>,
  shownBy?: ExampleOfData['shownBy'],
): Promise<ReadonlyArray<string>> => {
  await library.runningLibrary.catchUpReadModels()
  const seen: string[] = []
  for (const person of people)
    if (await isShownAt(library, userOf(person, held), held, templates, shownBy)) seen.push(person)
  return seen
}

/** Whether a sealed part of an event still tells the value to somebody who has every key. */
const isInLog = async ({ runningLibrary }: ServedLibrary, held: HeldValue): Promise<boolean> => {
  const { events } = await readBothLogs(runningLibrary)
  return JSON.stringify(events.map(({ sealed }) => sealed)).includes(held.stored ?? held.shown)
}

/** The same on a day. Without a day it was there while it had not ended. */
const isInLogOn = async (day: Day | undefined, library: ServedLibrary, held: HeldValue): Promise<boolean> => {
  if (day === undefined) return true
  await moveClockTo(library.runningLibrary, day)
  await library.runningLibrary.retention.run()
  return isInLog(library, held)
}

/** Whether a person makes the change: it is done, or refused for who they are. */
const isChangedBy = async (
  { send }: ServedLibrary,
  { change }: ExampleOfData,
  held: HeldValue,
  person: PersonWithAccess,
): Promise<boolean> => {
  if (change === undefined) return false
  const { method, path, body, versionAt } = fillChange(held)(change)
  const as = userOf(person, held)
  const version = versionAt && (await send('GET', versionAt, { as: staffUser })).headers.get('etag')
  const headers: Record<string, string> = version ? { 'If-Match': version } : {}
  const { status } = await send(method, path, { as, headers, ...(body === undefined ? {} : { body }) })
  expect([200, 201, 403]).toContain(status)
  return status !== 403
}

/** The first of these people who makes the change, in a library in which nobody has made it; undefined when nobody may. */
const firstWhoChanges = (
  example: ExampleOfData,
  persons: ReadonlyArray<PersonWithAccess>,
): Promise<PersonWithAccess | undefined> =>
  withHttpServer(async (library) => {
    const held = await example.make(library)
    for (const person of persons) if (await isChangedBy(library, example, held, person)) return person
    return undefined
  })

/** All people who make the change, each in a library in which nobody has made it. */
const whoChanges = async (example: ExampleOfData): Promise<ReadonlyArray<string>> => {
  const allowed: string[] = []
  for (let left = people; left.length > 0;) {
    const person = await firstWhoChanges(example, left)
    if (person === undefined) break
    allowed.push(person)
    left = left.slice(left.indexOf(person) + 1)
  }
  return allowed
}

const changeable = listKindsOfData().flatMap(([name, kind]) =>
  examples[name].change === undefined ? [] : [[testOfChange(kind), name, kind] as const],
)

describe('Hvad biblioteket gemmer om en låner', () => {
  it.each(listKindsOfData().map(([name, kind]) => [testOfPromise(kind), name, kind] as const))(
    '%s',
    (_title, kindName, kind) =>
      withHttpServer(async (library) => {
        const example = examples[kindName]
        const held = await example.make(library)
        const paths = pathsOf(example)
        expect(await whoSees(library, held, paths, example.shownBy)).toEqual(kind.seenBy)
        for (const path of example.shownAt) expect(await whoSees(library, held, [path])).not.toEqual([])
        expect(await isShownAt(library, auditorUser, held, paths, example.shownBy)).toBe(false)
        expect(await isInLog(library, held)).toBe(true)

        await example.end(library, held)
        expect(await isInLogOn(example.lastDay, library, held)).toBe(true)
        expect(await isInLogOn(example.goneOn, library, held)).toBe(false)
        expect(await whoSees(library, held, paths, example.shownBy)).toEqual([])
      }),
  )

  it.each(changeable)('%s', async (_title, kindName, kind) => {
    expect(await whoChanges(examples[kindName])).toEqual(kind.changedBy)
  })

  it('tilbyder ingen ændring af det, som tabellen siger at ingen ændrer', () => {
    const others = listKindsOfData().filter(([name]) => examples[name].change === undefined)
    expect(others.flatMap(([, { changedBy }]) => changedBy)).toEqual([])
    expect(others.length + changeable.length).toBe(listKindsOfData().length)
  })
})
