import { addDays } from '../../../domain/language/day'
import { demoDays, demoOpensOn, makeDemo } from '../../../adapters/demo/make-demo'
import { circulationBetween } from '../../../projections/statistics/queries'
import { withSystem } from '../../fixtures/system'

describe('the demo library', () => {
  it('has loans, queues, late returns, fees, a block and a lost book behind it, and keeps nothing overdue', () =>
    withSystem(
      async (system) => {
        const days: number[] = []
        const demo = await makeDemo(system, (day) => days.push(day))
        expect(days).toHaveLength(demoDays)
        await system.reach()
        const today = addDays(demoDays)(demoOpensOn)
        expect(system.library.desk.clock.today()).toBe(today)
        const { loans, returns, bills } = circulationBetween(demoOpensOn, today)(system.rows)
        expect(loans).toBeGreaterThan(100)
        expect(returns).toBeGreaterThan(80)
        expect(bills).toBeGreaterThanOrEqual(1)
        expect(await system.retention.status()).toMatchObject({ overdue: 0, failed: [] })
        const first = await system.show('circulation', `copy-${demo.forgotten}` as never)
        expect(first.filter(({ type }) => type === 'LoanStarted')[0]?.staff['loan']).toEqual({ erased: true })
      },
      { startOn: demoOpensOn },
    ))
})
