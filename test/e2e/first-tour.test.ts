import { lend } from '../../domain/use-cases/lend'
import { pay } from '../../domain/use-cases/pay'
import { returnCopy } from '../../domain/use-cases/return-copy'
import type { System } from '../../adapters/processes/running/system'
import { addDays } from '../../domain/values/day'
import { kroner } from '../../domain/values/ore'
import { openingDay, withSystem } from '../fixtures/system'
import { right } from '../fixtures/right'
import { acquireOne, branch, copy, now, registerNumbered } from './steps'

const forward = async (system: System, days: number) =>
  right(await system.clock.moveTo(addDays(days)(system.library.desk.clock.today()), () => undefined)())

describe('a library from the first loan to the last trace of it', () => {
  it('lends, is returned late, levies a fee, is paid, and forgets', () =>
    withSystem(async (system) => {
      const { library } = system
      await acquireOne(system)
      const borrower = await registerNumbered(system, 1)
      const lent = right(await lend(library)({ copy, borrower, branch, ...now(system) })())
      expect(lent.events.map(({ type }) => type)).toEqual(['LoanStarted'])
      const again = await lend(library)({ copy, borrower, branch, ...now(system) })()
      expect(again).toMatchObject({
        _tag: 'Left',
        left: { _tag: 'Refused', refusal: { _tag: 'LoanIsRefused', because: 'copyOnLoan' } },
      })
      await forward(system, 40)
      right(await returnCopy(library)({ copy, branch, ...now(system) })())
      right(await library.reactionsDone())
      const fees = right(await library.lookUp.fees(borrower)())
      expect(fees.map(({ amount, kind }) => ({ amount, kind }))).toEqual([{ amount: 3000, kind: 'lateness' }])
      right(
        await pay(library)({
          borrower,
          order: 'order-1',
          fees: fees.map(({ fee }) => fee),
          amount: kroner(30),
          ...now(system),
        })(),
      )
      right(await library.reactionsDone())
      expect(right(await library.lookUp.standing(borrower)())?.owed).toBe(0)
      await forward(system, 31)
      const status = await system.retention.status()
      expect(status).toMatchObject({ overdue: 0, failed: [], dueNow: 0 })
      const shown = await system.show('circulation', `copy-${copy}` as never)
      expect(shown.map(({ type, staff }) => [type, staff['loan']])).toEqual([
        ['CopyAcquired', undefined],
        ['LoanStarted', { erased: true }],
        ['LoanReturned', { erased: true }],
      ])
      expect(openingDay < library.desk.clock.today()).toBe(true)
    }))
})
