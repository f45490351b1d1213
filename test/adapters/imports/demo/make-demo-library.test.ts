import { demoDayCount, demoFirstDay, makeDemoLibrary } from '../../../../adapters/imports/demo/make-demo-library'
import { demoBorrowers } from '../../../../adapters/imports/demo/demo-borrowers'
import { makeDemoCollector } from '../../../../adapters/imports/demo/demo-collector'
import { addLateClosedDay } from '../../../../adapters/imports/demo/demo-late-closed-day'
import { exampleCopies } from '../../../../adapters/imports/demo/demo-records-for-examples'
import { findDemoExamples } from '../../../../adapters/imports/demo/demo-examples'
import { CardNumber } from '../../../../adapters/interfaces/http/codecs/text-pattern-codecs'
import { addDays } from '../../../../domain/values/day'
import { cardByNumber } from '../../../../projections/borrowers/borrower-record-queries'
import { circulationCountsBetween } from '../../../../projections/statistics/statistics-queries'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { whatTheDemoShows } from './what-the-demo-shows'
import { openLibraryIn, withTemporaryFolder, withRunningLibrary } from '../../../fixtures/running-library'

/** The policy file with which `serve --try` makes the demo library. */
const demoPolicyFile = { path: 'policy.json', text: makeDemoCollector().policyText }

/** A fee of each state of a collection, two fees of which one is being paid, and one of each of the rest. */
const everyMatter = {
  reservedVolumes: ['2026/2'],
  parallelTitles: [1, 1],
  isAbsent: true,
  feesInCollection: ['noticeSent', 'passedOn', 'selected'],
  disclosures: 3,
  feesToPayOnline: [
    [2, 1],
    [2, 1],
  ],
  messagesToGuardian: ['sent', 'sent'],
  unverifiedEmails: 1,
  estates: [[exampleCopies.ofDeceased.copy]],
  notices: ['welcome'],
  messageCounts: ['2026-04'],
  noteToBorrower: 'Ring til os om din gæld',
  unconfirmedPapers: [{ endedIn: '2026-01', papers: 1 }],
  dueDaysOfDemoBorrower: ['2026-05-04'],
  monthsInHistory: 3,
}

describe('the demo library', () => {
  it('has past loans, queues, late returns, fees, a block, a lost book and every matter between a library and its borrowers, has no overdue data, passes the completeness proof, and gives the same examples when it is opened again, then with a due day that was moved by a closed day', () =>
    withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder, { startOn: demoFirstDay, policyFile: demoPolicyFile })
      const days: number[] = []
      await makeDemoLibrary(library, (day) => days.push(day))
      expect(days).toHaveLength(demoDayCount)
      const examples = await findDemoExamples(library)
      const today = addDays(demoDayCount)(demoFirstDay)
      expect(library.useCaseDependencies.commandHandling.clock.today()).toBe(today)
      const { loans, returns, bills } = circulationCountsBetween(demoFirstDay, today)(library.rows)
      expect(loans).toBeGreaterThan(100)
      expect(returns).toBeGreaterThan(80)
      expect(bills).toBeGreaterThanOrEqual(1)
      expect(whatTheDemoShows(library)).toEqual(everyMatter)
      expect(await library.retention.status()).toMatchObject({ overdue: 0, failed: [] })
      expect(rightOrThrow(await library.audit.completeness(() => undefined)())).toMatchObject({ isComplete: true })
      const first = await library.showStream('circulation', `copy-${examples?.copyWithErasedLoan ?? ''}` as never)
      expect(first.filter(({ type }) => type === 'LoanStarted')[0]?.staff['loan']).toMatchObject({ erased: true })
      expect(examples).toMatchObject({ borrower: expect.any(String), copyOnLoan: expect.any(String) })
      await library.close()

      const policyFile = { ...demoPolicyFile, text: addLateClosedDay(demoPolicyFile.text) }
      const reopened = await openLibraryIn(folder, { policyFile })
      expect(await findDemoExamples(reopened)).toEqual(examples)
      expect(whatTheDemoShows(reopened)).toEqual({ ...everyMatter, dueDaysOfDemoBorrower: ['2026-05-05'] })
      await reopened.close()
    }))

  it('gives each borrower a different card of ten digits that HTTP accepts', () => {
    const cards = demoBorrowers.map(({ card }) => card)
    expect(new Set(cards).size).toBe(demoBorrowers.length)
    expect(cards.every((card) => /^[0-9]{10}$/.test(card) && CardNumber.is(card))).toBe(true)
  })

  it('gives no examples in a library without demo data', () =>
    withRunningLibrary(async (library) => {
      expect(await findDemoExamples(library)).toBeUndefined()
      expect(cardByNumber(demoBorrowers[2]?.card ?? '')(library.rows)).toBeUndefined()
    }))
})
