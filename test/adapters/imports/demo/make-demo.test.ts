import { demoDays, demoOpensOn, makeDemo } from '../../../../adapters/imports/demo/make-demo'
import { demoPeople } from '../../../../adapters/imports/demo/people'
import { whatToLookAt } from '../../../../adapters/imports/demo/what-to-look-at'
import { CardNumber } from '../../../../adapters/interfaces/http/codecs/identifiers'
import { addDays } from '../../../../domain/values/day'
import { cardByNumber } from '../../../../projections/borrowers/queries'
import { circulationBetween } from '../../../../projections/statistics/queries'
import { openIn, withFolder, withSystem } from '../../../fixtures/system'

describe('the demo library', () => {
  it('has loans, queues, late returns, fees, a block and a lost book behind it, keeps nothing overdue, and shows the same when it is opened again', () =>
    withFolder(async (folder) => {
      const system = await openIn(folder, { startOn: demoOpensOn })
      const days: number[] = []
      await makeDemo(system, (day) => days.push(day))
      expect(days).toHaveLength(demoDays)
      const demo = await whatToLookAt(system)
      const today = addDays(demoDays)(demoOpensOn)
      expect(system.library.desk.clock.today()).toBe(today)
      const { loans, returns, bills } = circulationBetween(demoOpensOn, today)(system.rows)
      expect(loans).toBeGreaterThan(100)
      expect(returns).toBeGreaterThan(80)
      expect(bills).toBeGreaterThanOrEqual(1)
      expect(await system.retention.status()).toMatchObject({ overdue: 0, failed: [] })
      const first = await system.show('circulation', `copy-${demo?.forgotten ?? ''}` as never)
      expect(first.filter(({ type }) => type === 'LoanStarted')[0]?.staff['loan']).toEqual({ erased: true })
      expect(demo).toMatchObject({ borrower: expect.any(String), remembered: expect.any(String) })
      await system.close()

      const again = await openIn(folder)
      expect(await whatToLookAt(again)).toEqual(demo)
      await again.close()
    }))

  it('gives everybody another card, of ten digits, that can be looked up over HTTP', () => {
    const cards = demoPeople.map(({ card }) => card)
    expect(new Set(cards).size).toBe(demoPeople.length)
    expect(cards.every((card) => /^[0-9]{10}$/.test(card) && CardNumber.is(card))).toBe(true)
  })

  it('has nothing to look at where it was left out', () =>
    withSystem(async (system) => {
      expect(await whatToLookAt(system)).toBeUndefined()
      expect(cardByNumber(demoPeople[2]?.card ?? '')(system.rows)).toBeUndefined()
    }))
})
