import type { Day } from '../../../domain/values/day'
import { staffUser } from '../../adapters/interfaces/http/with-http-server'
import { levyFee } from '../../promises/lending-steps'
import { moveClockTo } from '../use-case-steps'
import { asStaff, feesOf, policyWithCollector, withCollector } from './collection-steps'

/** Debts lapse after one year here, so that the tests need not close a thousand days. */
const oneYear = { ...policyWithCollector, fees: { ...policyWithCollector.fees, writtenOffAfterYears: 1 } }

describe('a fee that nobody pays', () => {
  it(
    'is written off with the closing of its last day, and forgotten 30 days later',
    withCollector(async (library) => {
      const { borrower } = await levyFee(library)
      expect(await feesOf(library, borrower)).toMatchObject([{ owedUntil: '2027-02-10', ending: null }])
      await moveClockTo(library.runningLibrary, '2027-02-11' as Day)
      expect(await feesOf(library, borrower)).toMatchObject([{ ending: 'writtenOff', settledOn: '2027-02-10' }])
      await library.runningLibrary.retention.run()
      await moveClockTo(library.runningLibrary, '2027-03-13' as Day)
      await library.runningLibrary.retention.run()
      expect(await feesOf(library, borrower)).toEqual([])
    }, oneYear),
    120_000,
  )

  it(
    'is owed longer when staff renew its debt, with a reason',
    withCollector(async (library) => {
      const { borrower, fee } = await levyFee(library)
      await moveClockTo(library.runningLibrary, '2026-03-01' as Day)
      expect((await asStaff(library, `/fees/${fee}/renewal`, { reason: 'Erkendt gæld' })).status).toBe(200)
      expect(await feesOf(library, borrower)).toMatchObject([{ owedUntil: '2027-03-01' }])
      const { transactions } = (await library.send('GET', `/fees/${fee}/transactions`, { as: staffUser })).body
      expect(transactions).toMatchObject([{ type: 'renewal', reason: 'Erkendt gæld', role: 'staff' }])
    }, oneYear),
  )
})
