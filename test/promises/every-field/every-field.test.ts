import { libraryAfter } from './export-of-borrower'
import { classesOfNobody, fieldsNotGiven } from './fields-not-given'
import { fieldNamesOf, fieldsOfEvent, nameOfField } from './fields-of-event'
import { eventsToTry, isOnBorrower, newestDefinitions } from './events-to-try'
import { findingsOfEvent, isNotGiven } from './try-event'

const events = eventsToTry()
const onBorrowers = newestDefinitions.filter(isOnBorrower)
const tried = new Set(
  events.flatMap(({ definition, event }) => fieldsOfEvent(definition)(event).map((field) => nameOfField(event, field))),
)

/** The same exports, with what the read models have alone. */
const libraryAfterWithoutEntries: typeof libraryAfter = (all) => {
  const library = libraryAfter(all)
  return {
    ...library,
    exportOf: async (borrower) =>
      (await library.exportOf(borrower))?.replaceAll(/,"entries":\[.*?\]\}(?=,\{"kind"|\])/g, '}'),
  }
}

describe('the export of a borrower, with a canary in every field of every event', () => {
  it.each(onBorrowers.map(({ type }) => [type]))(
    'of %s: it holds what the log holds on the borrower, and nobody else’s export does',
    async (type) => {
      const ofType = events.filter(({ event }) => event.type === type)
      const findings: string[] = []
      for (const event of ofType) findings.push(...(await findingsOfEvent(libraryAfter)(event)))
      expect([...new Set(findings)]).toEqual([])
    },
  )

  it('would be found to lack what no read model has, without the entries of the logs', async () => {
    const lacking = new Set<string>()
    for (const event of events)
      for (const finding of await findingsOfEvent(libraryAfterWithoutEntries)(event)) lacking.add(finding)
    expect(lacking).toContain('LoanReturned.loan.returnedAt is not in the export')
    expect(lacking).toContain('FeePassedOnForCollection.fee.passedOnOn is not in the export')
  })

  it('would be found to tell of somebody else', async () => {
    const [event] = events.filter(({ event: { type }, others }) => type === 'LoanStarted' && others.length > 0)
    const findings = await findingsOfEvent((all) => {
      const library = libraryAfter(all)
      return { ...library, exportOf: () => library.exportOf(event!.borrower) }
    })(event!)
    expect(findings).toContain('LoanStarted.loan.name is in the export of somebody else')
  })

  it('is tried with every field of every event on a borrower', () => {
    const names = onBorrowers.flatMap(fieldNamesOf)
    expect(names.length).toBeGreaterThan(300)
    expect(names.filter((name) => !tried.has(name) && !isNotGiven(name))).toEqual([])
  })

  it('lacks no field without a reason that still holds', () => {
    const names = onBorrowers.flatMap(fieldNamesOf)
    for (const { fields, reason } of fieldsNotGiven)
      expect([reason, names.some((name) => fields.test(name))]).toEqual([reason, true])
  })

  it('need not hold events with parts of other classes: each is listed with what it is', () => {
    const others = newestDefinitions.filter((definition) => !isOnBorrower(definition))
    const classes = new Set(others.flatMap((definition) => definition.classes))
    expect(classes.size).toBeGreaterThan(4)
    expect([...classes].filter((name) => classesOfNobody[name] === undefined)).toEqual([])
  })
})
