import { lend } from '../../domain/acts/lend'
import { tendCopy } from '../../domain/acts/copy'
import { once } from '../../domain/acts/origin'
import { pay } from '../../domain/acts/pay'
import { register } from '../../domain/acts/register'
import { returnCopy } from '../../domain/acts/return-copy'
import type { System } from '../../adapters/running/system'
import { addDays } from '../../domain/language/day'
import type { BorrowerId, BranchId, CopyId, TitleId } from '../../domain/language/ids'
import { kroner } from '../../domain/language/ore'
import { openingDay, withSystem } from '../fixtures/system'

const branch = 'DK-785100' as BranchId
const copy = '3274626533' as CopyId
const title = '52557240' as TitleId

const now = (system: System) => ({ at: system.library.desk.clock.now(), origin: once })
const right = <A>(either: { readonly _tag: string; readonly left?: unknown; readonly right?: A }): A => {
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right as A
}

const acquire = async (system: System) =>
  right(
    await tendCopy(system.library)(copy, now(system))({
      type: 'Acquire',
      copy,
      title,
      branch,
      group: 'standard',
      ageLimit: null,
      price: kroner(200),
      name: 'Pelle Erobreren',
      author: 'Martin Andersen Nexø',
    })(),
  )

const registerOne = async (system: System): Promise<BorrowerId> =>
  right(
    await register(system.library)({
      person: {
        number: '100001',
        cpr: null,
        name: 'Canary Kanariefugl',
        birthDate: null,
        group: 'adult',
        municipality: null,
        homeBranch: branch,
        language: 'da',
      },
      details: { careOf: null, address: null, phones: [], mobileForNotices: null, email: null },
      cardShown: { number: 'K-1', pin: null },
      ...now(system),
    })(),
  ).borrower

const forward = async (system: System, days: number) =>
  right(await system.clock.moveTo(addDays(days)(system.library.desk.clock.today()), () => undefined)())

describe('a library from the first loan to the last trace of it', () => {
  it('lends, is returned late, levies a fee, is paid, and forgets', () =>
    withSystem(async (system) => {
      const { library } = system
      await acquire(system)
      const borrower = await registerOne(system)
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
