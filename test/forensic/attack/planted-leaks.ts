import type { StolenYear } from '../evidence/collect-year'
import type { StoredLogEvent } from '../stored-events'
import { dataWithoutKey } from './attacker-data'
import { recordOfEvent } from './record-of-event'
import type { AttackerData } from './attacker-knowledge'

/** Changes what an attacker without a key has, as if the library leaked something. */
export type PlantLeak = (year: StolenYear) => AttackerData

const withOpenValue = (year: StolenYear, valueOf: (loan: string, event: StoredLogEvent) => string): AttackerData => {
  const data = dataWithoutKey(year)
  const events = data.events.map((event) => {
    const loan = event.type === 'LoanStarted' ? recordOfEvent(event) : undefined
    return loan === undefined ? event : { ...event, openPart: { ...event.openPart, value: valueOf(loan, event) } }
  })
  return { ...data, events }
}

const isRegistration = ({ type }: StoredLogEvent): boolean => type === 'BorrowerRegistered'

/** The same data, as if the closing of a month did not shuffle its events. */
const inOrderOfWriting = (year: StolenYear, data: AttackerData): AttackerData => {
  const order = new Map([...year.groundTruth.borrowers].map<[string, number]>((borrower, index) => [borrower, index]))
  const written = ({ openPart }: StoredLogEvent): number => order.get(String(openPart['borrower'])) ?? -1
  const next = data.events
    .filter(isRegistration)
    .toSorted((a, b) => written(a) - written(b))
    .values()
  const events = data.events.map((event) =>
    isRegistration(event) ? { ...(next.next().value ?? event), position: event.position } : event,
  )
  return { ...data, events }
}

const withFigure = (year: StolenYear, name: string, valueOf: (registered: number) => number): AttackerData => {
  const data = inOrderOfWriting(year, dataWithoutKey(year))
  const figure = new Map(year.registeredAfterDay.map((registered, day) => [day, valueOf(registered)]))
  return { ...data, figures: new Map([...data.figures, [name, figure]]) }
}

/** The number of the day on which each borrower registered. */
const dayOfRegistration = ({ groundTruth, registeredAfterDay }: StolenYear): ReadonlyArray<readonly [string, number]> =>
  [...groundTruth.borrowers].map((borrower, index) => [
    borrower,
    registeredAfterDay.findIndex((count) => count > index),
  ])

const listOfEachDay: PlantLeak = (year) => {
  const data = dataWithoutKey(year)
  const listed = dayOfRegistration(year).map(([id, day]) => ({ ...{ source: 'a list of persons', day }, kind: 'new', ids: [id] })) // prettier-ignore
  return { ...data, changes: [...data.changes, ...listed] }
}

const oneKeyStore: PlantLeak = (year) => {
  const data = dataWithoutKey(year)
  const rows = year.groundTruth.madeInOrder.map((id, index) => ({ id, at: 128 * index }))
  return { ...data, places: new Map([...data.places, ['keys of both logs', rows]]) }
}

/** The rows of a borrower's records change together, on a day on which the log says nothing of them. */
const rowsOfBorrower: PlantLeak = (year) => {
  const data = dataWithoutKey(year)
  const records = new Map<string, string[]>()
  for (const [id, { borrower }] of year.groundTruth.records)
    records.set(borrower, [...(records.get(borrower) ?? []), id])
  const changed = [...records.values()].map((ids) => ({ ...{ source: 'rows of keys', day: -10, kind: 'new' }, ids }))
  return { ...data, changes: [...data.changes, ...changed] }
}

/** Leaks that a library could have. How many registered by each day names nobody unless their order is known as well. */
export const plantedLeaks: ReadonlyArray<readonly [string, PlantLeak]> = [
  ['the key rows of both logs in one file, in the order of their making', oneKeyStore],
  ['the order of registrations, and the exact size of persons in the backup of each day', (year) => withFigure(year, 'backup: size of persons', (registered) => 320 * registered)], // prettier-ignore
  ['the order of registrations, and a line in the log of the service for each registration', (year) => withFigure(year, 'log lines registered', (registered) => registered)], // prettier-ignore
  ['an inventory of persons that is new each day', listOfEachDay],
  ['a number of the borrower in the open part of loans', (year) => withOpenValue(year, (loan) => `number of ${String(year.groundTruth.records.get(loan)?.borrower)}`)], // prettier-ignore
  ['key rows of a borrower that change together', rowsOfBorrower],
]
