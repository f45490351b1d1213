import { readFileSync } from 'node:fs'
import path from 'node:path'
import { rulesOfVerifier } from '../../../adapters/composition/write-event-catalogue'
import { eventDefinitions } from '../../../domain/event-definitions'
import { addYears, type Day } from '../../../domain/values/day'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { datesInEarlierVersions, deletionRulesText } from '../../../retention/classes/deletion-rules'

const clockStarts = Object.values(deletionClasses).flatMap(({ endedBy, endedAtLatestBy }) => [
  ...endedBy,
  ...endedAtLatestBy,
])

/** The dates that rules read of an event and that an earlier version of it lacks, with the definition that adds them. */
const addedDates = eventDefinitions.flatMap((definition) =>
  clockStarts
    .filter(({ event, from }) => event === definition.type && from !== 'recorded' && !(from in definition.fields.open))
    .map(({ from }) => ({ event: definition.type, from, version: definition.version })),
)

describe('the table of deletion classes as data', () => {
  it('of the program that verifies exports is the one that the library uses (npm run catalogue writes it)', () => {
    const ofVerifier = readFileSync(path.join(__dirname, '../../..', rulesOfVerifier), 'utf8')
    expect(ofVerifier).toBe(deletionRulesText(deletionClasses))
  })

  it('says what counts in each earlier version of an event that lacks a date, as the upcaster computes it', () => {
    expect([...new Set(addedDates.map(({ event, from }) => `${event} ${from}`))]).toEqual(
      Object.keys(datesInEarlierVersions),
    )
    for (const { event, from, version } of addedDates) {
      const { from: earlier, plusYears } = datesInEarlierVersions[`${event} ${from}`]!
      const next = eventDefinitions.find((other) => other.type === event && other.version === version + 1)!
      for (const day of ['2026-01-31', '2024-02-29'] as Day[])
        expect(next.upcast!.open({ [earlier]: day })).toMatchObject({ [from]: addYears(plusYears)(day) })
    }
  })
})
