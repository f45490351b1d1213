import { changeBorrower } from '../../domain/use-cases/change-borrower'
import { changeCopy } from '../../domain/use-cases/change-copy'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { registerBorrower } from '../../domain/use-cases/register-borrower'
import { reserveTitle } from '../../domain/use-cases/reserve-title'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { undoLoan } from '../../domain/use-cases/undo-loan'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { addDays } from '../../domain/values/day'
import type { BlockId, BorrowerId } from '../../domain/values/ids'
import { emptyContact, personWithCard } from '../crash/crash-library'
import { withRunningLibrary } from '../fixtures/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { acquireOneCopy, homeBranch, oneCopy, nowOnce, registerNumberedBorrower, oneTitle } from './use-case-steps'

const forward = async (library: RunningLibrary, days: number) =>
  rightOrThrow(
    await library.clock.moveTo(
      addDays(days)(library.useCaseDependencies.commandHandling.clock.today()),
      () => undefined,
    )(),
  )

/** A request made now under a key; the caller does not send `actedAt`. */
const keyed = (library: RunningLibrary, key: string) =>
  ({ at: library.useCaseDependencies.commandHandling.clock.now(), origin: { _tag: 'KeyedToday', key } }) as const

const lendTo = async (library: RunningLibrary, key: string, to: BorrowerId) =>
  rightOrThrow(
    await lendCopy(library.useCaseDependencies)({
      copy: oneCopy,
      borrower: to,
      branch: homeBranch,
      ...keyed(library, key),
    })(),
  )

const returnCopyWithKey = async (library: RunningLibrary, key: string) =>
  rightOrThrow(
    await returnCopy(library.useCaseDependencies)({ copy: oneCopy, branch: homeBranch, ...keyed(library, key) })(),
  )

const typesOf = async (library: RunningLibrary): Promise<ReadonlyArray<string>> =>
  (await library.showStream('circulation', `copy-${oneCopy}` as never)).map(({ type }) => type)

const countReturns = async (library: RunningLibrary): Promise<number> =>
  (await typesOf(library)).filter((type) => type === 'CopyHandedIn').length

describe('a request that is sent again on another day under its key', () => {
  it('does not return a copy that was lent to somebody else since', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      const [ann, bo] = [await registerNumberedBorrower(library, 1), await registerNumberedBorrower(library, 2)]
      await lendTo(library, 'ann takes it', ann)
      const first = await returnCopyWithKey(library, 'it comes back')
      const { loan } = await lendTo(library, 'bo takes it', bo)
      await forward(library, 1)
      const again = await returnCopyWithKey(library, 'it comes back')
      expect(again).toMatchObject({ repeated: true, events: [], position: first.position, revision: first.revision })
      expect(rightOrThrow(await library.useCaseDependencies.decisionQueries.currentLoanOf(oneCopy)())).toMatchObject({
        loan,
        borrower: bo,
      })
    }))

  it('gets its first result, with the same ids, for every kind of command', () =>
    withRunningLibrary(async (library) => {
      const { useCaseDependencies } = library
      await acquireOneCopy(library)
      const ann = await registerNumberedBorrower(library, 1)
      const other = await registerNumberedBorrower(library, 2)
      const ask = async () => ({
        lent: await lendTo(library, 'lend', ann),
        reserved: rightOrThrow(
          await reserveTitle(useCaseDependencies)({
            ...{ title: oneTitle, borrower: other, pickUpBranch: undefined, interestUntil: undefined },
            ...keyed(library, 'reserve'),
          })(),
        ),
        registered: rightOrThrow(
          await registerBorrower(useCaseDependencies)({
            ...{
              person: personWithCard('K-9'),
              contactDetails: emptyContact,
              presentedCard: { number: 'K-9', pin: null },
            },
            ...keyed(library, 'register'),
          })(),
        ),
        blocked: rightOrThrow(
          await changeBorrower(useCaseDependencies)(other, keyed(library, 'block'))((ids) => ({
            ...{ type: 'BlockBorrower', borrower: other, block: ids.idFor('block') as BlockId },
            ...{ reason: 'U', note: null, at: useCaseDependencies.commandHandling.clock.now() },
          }))(),
        ),
      })
      const first = await ask()
      await forward(library, 5)
      const again = await ask()
      expect(again.lent).toMatchObject({ repeated: true, loan: first.lent.loan, position: first.lent.position })
      expect(again.reserved).toMatchObject({ repeated: true, reservation: first.reserved.reservation })
      expect(again.registered).toMatchObject({ repeated: true, borrower: first.registered.borrower })
      expect(again.blocked).toMatchObject({ repeated: true, position: first.blocked.position })
      expect(await typesOf(library)).toEqual(['CopyAcquired', 'LoanStarted'])
    }))

  it.each([
    [1, true],
    [13, true],
    [15, false],
  ])('is recognised %d days later: %j', (days, isKnown) =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      await returnCopyWithKey(library, 'found at the desk')
      await forward(library, days)
      expect(await returnCopyWithKey(library, 'found at the desk')).toMatchObject({ repeated: isKnown })
    }),
  )

  it('is recognised after other days with and without requests', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      await returnCopyWithKey(library, 'the first')
      for (const days of [1, 3, 2]) {
        await forward(library, days)
        await returnCopyWithKey(library, `another ${String(days)}`)
      }
      expect(await returnCopyWithKey(library, 'the first')).toMatchObject({ repeated: true })
      expect(await countReturns(library)).toBe(4)
    }))

  it('is carried out once when it comes ten times at once on the next day', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      await returnCopyWithKey(library, 'of yesterday')
      await forward(library, 1)
      const old = await Promise.all(Array.from({ length: 10 }, () => returnCopyWithKey(library, 'of yesterday')))
      const fresh = await Promise.all(Array.from({ length: 10 }, () => returnCopyWithKey(library, 'of today')))
      expect(old.filter(({ repeated }) => !repeated)).toHaveLength(0)
      expect(fresh.filter(({ repeated }) => !repeated)).toHaveLength(1)
      expect(await countReturns(library)).toBe(2)
    }))

  it('is carried out when it was refused the first time', () =>
    withRunningLibrary(async (library) => {
      const { useCaseDependencies } = library
      await acquireOneCopy(library)
      const ann = await registerNumberedBorrower(library, 1)
      const lent = await lendTo(library, 'lend', ann)
      const withdraw = () =>
        changeCopy(useCaseDependencies)(oneCopy, keyed(library, 'withdraw'))({ type: 'Withdraw' })()
      expect(await withdraw()).toMatchObject({ left: { refusal: { _tag: 'CopyIsOnLoan' } } })
      rightOrThrow(
        await undoLoan(useCaseDependencies)({
          copy: oneCopy,
          loan: lent.loan,
          branch: homeBranch,
          ...nowOnce(library),
        })(),
      )
      await forward(library, 1)
      expect(await withdraw()).toMatchObject({ right: { repeated: false } })
    }))
})
