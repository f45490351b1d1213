import { lendCopy } from '../../domain/use-cases/lend-copy'
import { reserveTitle } from '../../domain/use-cases/reserve-title'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { acquireOneCopy, homeBranch, oneCopy, nowOnce, registerNumberedBorrower, oneTitle } from './use-case-steps'
import { withRunningLibrary } from '../fixtures/running-library'

describe('a reservation from request to loan', () => {
  it('waits, is made ready when the copy comes back, is fulfilled by the loan, and is forgotten at once', () =>
    withRunningLibrary(async (library) => {
      const { useCaseDependencies } = library
      await acquireOneCopy(library)
      const ann = await registerNumberedBorrower(library, 1)
      const bo = await registerNumberedBorrower(library, 2)
      rightOrThrow(
        await lendCopy(useCaseDependencies)({
          copy: oneCopy,
          borrower: ann,
          branch: homeBranch,
          ...nowOnce(library),
        })(),
      )
      const waiting = { title: oneTitle, borrower: bo, pickUpBranch: undefined, interestUntil: undefined }
      rightOrThrow(await reserveTitle(useCaseDependencies)({ ...waiting, ...nowOnce(library) })())
      rightOrThrow(await returnCopy(useCaseDependencies)({ copy: oneCopy, branch: homeBranch, ...nowOnce(library) })())
      rightOrThrow(await useCaseDependencies.waitForReactions())
      const refused = await lendCopy(useCaseDependencies)({
        copy: oneCopy,
        borrower: ann,
        branch: homeBranch,
        ...nowOnce(library),
      })()
      expect(refused).toMatchObject({ left: { refusal: { because: 'copySetAsideForAnother' } } })
      rightOrThrow(
        await lendCopy(useCaseDependencies)({ copy: oneCopy, borrower: bo, branch: homeBranch, ...nowOnce(library) })(),
      )
      rightOrThrow(await useCaseDependencies.waitForReactions())
      const queue = await library.showStream('circulation', `title-${oneTitle}` as never)
      expect(queue.map(({ type }) => type)).toEqual([
        'ReservationMade',
        'ReservationCounted',
        'ReservationReady',
        'ReservationFulfilled',
      ])
      expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
      const forgotten = await library.showStream('circulation', `title-${oneTitle}` as never)
      expect(forgotten.map(({ staff }) => staff['reservation'])).toMatchObject([
        { erased: true },
        expect.any(String),
        { erased: true },
        expect.any(String),
      ])
    }))
})
