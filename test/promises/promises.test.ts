import type { Day } from '../../domain/values/day'
import type { PersonWithAccess } from '../../retention/promises/kind-of-data'
import { listKindsOfData } from '../../retention/promises/kinds-of-data'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../crash/check/read-both-logs'
import { moveClockTo } from '../e2e/use-case-steps'
import type { ExampleOfData, HeldValue } from './example-of-data'
import { examplesOfBorrower } from './examples-of-borrower'
import { examplesOfUse } from './examples-of-use'

const examples = { ...examplesOfBorrower, ...examplesOfUse }

const people: ReadonlyArray<PersonWithAccess> = ['borrower', 'staff', 'administrator']

const userOf = (person: PersonWithAccess, { borrower }: HeldValue) =>
  ({ borrower: borrowerUser(borrower), staff: staffUser, administrator: administratorUser })[person]

/** The roles that see the value where they would see it. */
const whoSees = async (library: ServedLibrary, held: HeldValue): Promise<ReadonlyArray<string>> => {
  await library.runningLibrary.catchUpReadModels()
  const seen: string[] = []
  for (const person of people) {
    const path = held.paths[person]
    if (path === undefined) continue
    const { text } = await library.send('GET', path, { as: userOf(person, held) })
    if (text.includes(held.shown)) seen.push(person)
  }
  return seen
}

const auditorSees = async (library: ServedLibrary, { paths, shown }: HeldValue): Promise<boolean> => {
  const path = paths.administrator ?? paths.staff
  return path !== undefined && (await library.send('GET', path, { as: auditorUser })).text.includes(shown)
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

const whoMayChange = async (
  library: ServedLibrary,
  held: HeldValue,
  change: ExampleOfData['change'],
): Promise<ReadonlyArray<string>> => {
  if (change === undefined) return []
  const { method, path, body } = change(held)
  const allowed: string[] = []
  for (const person of people) {
    const { status } = await library.send(method, path, { as: userOf(person, held), body })
    if (status !== 403) allowed.push(person)
  }
  return allowed
}

describe('Hvad biblioteket gemmer om en låner', () => {
  it.each(listKindsOfData().map(([name, kind]) => [kind.name.da, kind.end.da, name, kind] as const))(
    '%s: ses og ændres af dem, som låneren får at vide, og slettes %s',
    (_name, _end, kindName, kind) =>
      withHttpServer(async (library) => {
        const example = examples[kindName]
        const held = await example.make(library)
        expect(await whoSees(library, held)).toEqual(kind.seenBy)
        expect(await auditorSees(library, held)).toBe(false)
        expect(await isInLog(library, held)).toBe(true)

        await example.end(library, held)
        expect(await isInLogOn(example.lastDay, library, held)).toBe(true)
        expect(await isInLogOn(example.goneOn, library, held)).toBe(false)
        expect(await whoSees(library, held)).toEqual([])
      }),
  )

  it.each(listKindsOfData().map(([name, kind]) => [kind.name.da, name, kind] as const))(
    '%s: kan kun ændres af dem, som låneren får at vide',
    (_name, kindName, kind) =>
      withHttpServer(async (library) => {
        const { make, change } = examples[kindName]
        expect(await whoMayChange(library, await make(library), change)).toEqual(kind.changedBy)
      }),
  )
})
