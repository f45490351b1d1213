import { lendCopy } from '../../domain/use-cases/lend-copy'
import { payFees } from '../../domain/use-cases/pay-fees'
import { returnCopy } from '../../domain/use-cases/return-copy'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { addDays } from '../../domain/values/day'
import { oreFromKroner } from '../../domain/values/ore'
import { openingDay, withRunningLibrary } from '../fixtures/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { acquireOneCopy, homeBranch, oneCopy, nowOnce, registerNumberedBorrower } from './use-case-steps'

const forward = async (library: RunningLibrary, days: number) =>
  rightOrThrow(
    await library.clock.moveTo(
      addDays(days)(library.useCaseDependencies.commandHandling.clock.today()),
      () => undefined,
    )(),
  )

const erasedWithCertificate = { erased: true, certificate: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown }

describe('a loan from lending to erasure', () => {
  it('is returned late, costs a fee, is paid, and is forgotten', () =>
    withRunningLibrary(async (library) => {
      const { useCaseDependencies } = library
      await acquireOneCopy(library)
      const borrower = await registerNumberedBorrower(library, 1)
      const lent = rightOrThrow(
        await lendCopy(useCaseDependencies)({ copy: oneCopy, borrower, branch: homeBranch, ...nowOnce(library) })(),
      )
      expect(lent.events.map(({ type }) => type)).toEqual(['LoanStarted'])
      const again = await lendCopy(useCaseDependencies)({
        copy: oneCopy,
        borrower,
        branch: homeBranch,
        ...nowOnce(library),
      })()
      expect(again).toMatchObject({
        _tag: 'Left',
        left: { _tag: 'Refused', refusal: { _tag: 'LoanIsRefused', because: 'copyOnLoan' } },
      })
      await forward(library, 40)
      rightOrThrow(await returnCopy(useCaseDependencies)({ copy: oneCopy, branch: homeBranch, ...nowOnce(library) })())
      rightOrThrow(await useCaseDependencies.waitForReactions())
      const fees = rightOrThrow(await useCaseDependencies.decisionQueries.fees(borrower)())
      expect(fees.map(({ amount, kind }) => ({ amount, kind }))).toEqual([{ amount: 3000, kind: 'lateness' }])
      rightOrThrow(
        await payFees(useCaseDependencies)({
          borrower,
          order: 'order-1',
          fees: fees.map(({ fee }) => fee),
          amount: oreFromKroner(30),
          ...nowOnce(library),
        })(),
      )
      rightOrThrow(await useCaseDependencies.waitForReactions())
      expect(rightOrThrow(await useCaseDependencies.decisionQueries.standing(borrower)())?.owed).toBe(0)
      await forward(library, 31)
      const status = await library.retention.status()
      expect(status).toMatchObject({ overdue: 0, failed: [], dueNow: 0 })
      const shown = await library.showStream('circulation', `copy-${oneCopy}` as never)
      expect(shown.map(({ type, staff }) => [type, staff['loan']])).toEqual([
        ['CopyAcquired', undefined],
        ['LoanStarted', erasedWithCertificate],
        ['LoanReturned', erasedWithCertificate],
      ])
      expect(openingDay < useCaseDependencies.commandHandling.clock.today()).toBe(true)
    }))
})
