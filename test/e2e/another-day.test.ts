import { changeBorrower } from '../../domain/use-cases/borrower'
import { tendCopy } from '../../domain/use-cases/copy'
import { lend } from '../../domain/use-cases/lend'
import { register } from '../../domain/use-cases/register'
import { reserve } from '../../domain/use-cases/reserve'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { undoLoan } from '../../domain/use-cases/undo-loan'
import type { System } from '../../adapters/processes/running/system'
import { addDays } from '../../domain/values/day'
import type { BlockId, BorrowerId } from '../../domain/values/ids'
import { details, personOf } from '../crash/world'
import { withSystem } from '../fixtures/system'
import { right } from '../fixtures/right'
import { acquireOne, branch, copy, now, registerNumbered, title } from './steps'

const forward = async (system: System, days: number) =>
  right(await system.clock.moveTo(addDays(days)(system.library.desk.clock.today()), () => undefined)())

/** A request of now under a key; the caller says nothing of the time. */
const keyed = (system: System, key: string) =>
  ({ at: system.library.desk.clock.now(), origin: { _tag: 'KeyedToday', key } }) as const

const give = async (system: System, key: string, to: BorrowerId) =>
  right(await lend(system.library)({ copy, borrower: to, branch, ...keyed(system, key) })())

const takeBack = async (system: System, key: string) =>
  right(await returnCopy(system.library)({ copy, branch, ...keyed(system, key) })())

const typesOf = async (system: System): Promise<ReadonlyArray<string>> =>
  (await system.show('circulation', `copy-${copy}` as never)).map(({ type }) => type)

describe('a request that is sent again on another day under its key', () => {
  it('takes no copy back that has been lent to somebody else meanwhile', () =>
    withSystem(async (system) => {
      await acquireOne(system)
      const [ann, bo] = [await registerNumbered(system, 1), await registerNumbered(system, 2)]
      await give(system, 'ann takes it', ann)
      const first = await takeBack(system, 'it comes back')
      const { loan } = await give(system, 'bo takes it', bo)
      await forward(system, 1)
      const again = await takeBack(system, 'it comes back')
      expect(again).toMatchObject({ repeated: true, events: [], position: first.position, revision: first.revision })
      expect(right(await system.library.lookUp.loanOf(copy)())).toMatchObject({ loan, borrower: bo })
    }))

  it('answers its first result with the ids that it gave, whatever it made', () =>
    withSystem(async (system) => {
      const { library } = system
      await acquireOne(system)
      const ann = await registerNumbered(system, 1)
      const other = await registerNumbered(system, 2)
      const ask = async () => ({
        lent: await give(system, 'lend', ann),
        reserved: right(
          await reserve(library)({
            ...{ title, borrower: other, pickUpBranch: undefined, interestUntil: undefined },
            ...keyed(system, 'reserve'),
          })(),
        ),
        registered: right(
          await register(library)({
            ...{ person: personOf('K-9'), details, cardShown: { number: 'K-9', pin: null } },
            ...keyed(system, 'register'),
          })(),
        ),
        blocked: right(
          await changeBorrower(library)(other, keyed(system, 'block'))((ids) => ({
            ...{ type: 'BlockBorrower', borrower: other, block: ids.next('block') as BlockId },
            ...{ reason: 'U', note: null, at: library.desk.clock.now() },
          }))(),
        ),
      })
      const first = await ask()
      await forward(system, 5)
      const again = await ask()
      expect(again.lent).toMatchObject({ repeated: true, loan: first.lent.loan, position: first.lent.position })
      expect(again.reserved).toMatchObject({ repeated: true, reservation: first.reserved.reservation })
      expect(again.registered).toMatchObject({ repeated: true, borrower: first.registered.borrower })
      expect(again.blocked).toMatchObject({ repeated: true, position: first.blocked.position })
      expect(await typesOf(system)).toEqual(['CopyAcquired', 'LoanStarted'])
    }))

  it.each([
    [1, true],
    [13, true],
    [15, false],
  ])('is known %d days later: %j', (days, isKnown) =>
    withSystem(async (system) => {
      await acquireOne(system)
      await takeBack(system, 'found at the desk')
      await forward(system, days)
      expect(await takeBack(system, 'found at the desk')).toMatchObject({ repeated: isKnown })
    }),
  )

  it('is known though other days with and without requests lie between', () =>
    withSystem(async (system) => {
      await acquireOne(system)
      await takeBack(system, 'the first')
      for (const days of [1, 3, 2]) {
        await forward(system, days)
        await takeBack(system, `another ${String(days)}`)
      }
      expect(await takeBack(system, 'the first')).toMatchObject({ repeated: true })
      expect(await typesOf(system)).toHaveLength(5)
    }))

  it('is carried out once though it comes ten times at once on the next day', () =>
    withSystem(async (system) => {
      await acquireOne(system)
      await takeBack(system, 'of yesterday')
      await forward(system, 1)
      const old = await Promise.all(Array.from({ length: 10 }, () => takeBack(system, 'of yesterday')))
      const fresh = await Promise.all(Array.from({ length: 10 }, () => takeBack(system, 'of today')))
      expect(old.filter(({ repeated }) => !repeated)).toHaveLength(0)
      expect(fresh.filter(({ repeated }) => !repeated)).toHaveLength(1)
      expect(await typesOf(system)).toHaveLength(3)
    }))

  it('is carried out when it was refused the first time', () =>
    withSystem(async (system) => {
      const { library } = system
      await acquireOne(system)
      const ann = await registerNumbered(system, 1)
      const lent = await give(system, 'lend', ann)
      const withdraw = () => tendCopy(library)(copy, keyed(system, 'withdraw'))({ type: 'Withdraw' })()
      expect(await withdraw()).toMatchObject({ left: { refusal: { _tag: 'CopyIsOnLoan' } } })
      right(await undoLoan(library)({ copy, loan: lent.loan, branch, ...now(system) })())
      await forward(system, 1)
      expect(await withdraw()).toMatchObject({ right: { repeated: false } })
    }))
})
