import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { changeCopy } from '../../domain/use-cases/change-copy'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { renewLoan } from '../../domain/use-cases/renew-loan'
import { reserveTitle } from '../../domain/use-cases/reserve-title'
import { returnCopy } from '../../domain/use-cases/return-copy'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, LoanId } from '../../domain/values/ids'
import { copyById } from '../../projections/copies/copy-queries'
import { queueNumberOfReservation, reservationsOfBorrower } from '../../projections/queue/reservation-queries'
import { reservedCopiesOfBorrower } from '../../projections/queue/reserved-copy-queries'
import { readBothLogs } from '../crash/check/read-both-logs'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withRunningLibrary } from '../fixtures/running-library'
import { removeAbsence, setAbsence } from './absence-steps'
import { forwardTo } from './hold-steps'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, oneTitle, registerNumberedBorrower } from './use-case-steps'

const reserve = async (library: RunningLibrary, borrower: BorrowerId, interestUntil?: string): Promise<void> => {
  const wish = { title: oneTitle, borrower, pickUpBranch: undefined, interestUntil: interestUntil as Day | undefined }
  rightOrThrow(await reserveTitle(library.useCaseDependencies)({ ...wish, ...nowOnce(library) })())
}

const atBranch = (library: RunningLibrary) => ({ copy: oneCopy, branch: homeBranch, ...nowOnce(library) })

const lend = async (library: RunningLibrary, borrower: BorrowerId): Promise<LoanId> =>
  rightOrThrow(await lendCopy(library.useCaseDependencies)({ ...atBranch(library), borrower })()).loan

const takeBack = async (library: RunningLibrary): Promise<void> => {
  rightOrThrow(await returnCopy(library.useCaseDependencies)(atBranch(library))())
}

const settle = async (library: RunningLibrary): Promise<void> => {
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
  rightOrThrow(await library.catchUpReadModels())
}

/** In which state the borrower has a copy, and the place in the queue. */
const shownTo = async (library: RunningLibrary, borrower: BorrowerId) => {
  await settle(library)
  const [reservation] = reservationsOfBorrower(borrower)(library.rows)
  return {
    copy: reservedCopiesOfBorrower(borrower)(library.rows)[0]?.state,
    place: reservation && queueNumberOfReservation(reservation.reservation)(library.rows),
  }
}

const countInCirculation = async (library: RunningLibrary): Promise<number> =>
  (await readBothLogs(library)).events.filter(({ metadata: { log } }) => log === 'circulation').length

/** The only copy is lent to Carl; Ann waits for it first, and is absent. */
const withAbsentAnn = (
  absence: { readonly from: string | null; readonly until: string | null },
  use: (
    library: RunningLibrary,
    people: Record<'ann' | 'bo', BorrowerId>,
    loan: LoanId,
    carl: BorrowerId,
  ) => Promise<void>,
) =>
  withRunningLibrary(async (library) => {
    await acquireOneCopy(library)
    const ann = await registerNumberedBorrower(library, 1)
    const bo = await registerNumberedBorrower(library, 2)
    const carl = await registerNumberedBorrower(library, 3)
    const loan = await lend(library, carl)
    await reserve(library, ann)
    await setAbsence(library, ann, absence)
    await use(library, { ann, bo }, loan, carl)
  })

describe('a reservation in an absence period (fraværsperiode)', () => {
  it('is not fulfilled, and keeps its place: the next borrower gets the copy, and the first one the copy after', () =>
    withAbsentAnn({ from: null, until: '2026-01-20' }, async (library, { ann, bo }) => {
      await reserve(library, bo)
      await takeBack(library)
      expect(await shownTo(library, bo)).toMatchObject({ copy: 'ready' })
      expect(await shownTo(library, ann)).toEqual({ copy: undefined, place: 1 })
      await lend(library, bo)
      await takeBack(library)
      expect(await shownTo(library, ann)).toEqual({ copy: undefined, place: 1 })
      await forwardTo(library, '2026-01-20')
      expect(await shownTo(library, ann)).toEqual({ copy: undefined, place: 1 })
      await forwardTo(library, '2026-01-21')
      expect(await shownTo(library, ann)).toMatchObject({ copy: 'onPullList' })
    }))

  it('is served by the closing of a day when the period is removed; the removal itself writes nothing in circulation', () =>
    withAbsentAnn({ from: null, until: null }, async (library, { ann }) => {
      await takeBack(library)
      await settle(library)
      const before = await countInCirculation(library)
      await removeAbsence(library, ann)
      await settle(library)
      expect(await countInCirculation(library)).toBe(before)
      expect(copyById(oneCopy)(library.rows)?.status).toBe('onShelf')
      await forwardTo(library, '2026-01-06')
      expect(await shownTo(library, ann)).toMatchObject({ copy: 'onPullList' })
    }))

  it('that is ready when the period begins stays ready, with its deadline, and expires after it', () =>
    withAbsentAnn({ from: '2026-01-06', until: null }, async (library, { ann }) => {
      await takeBack(library)
      expect(await shownTo(library, ann)).toMatchObject({ copy: 'ready' })
      await forwardTo(library, '2026-01-12')
      expect(await shownTo(library, ann)).toMatchObject({ copy: 'ready' })
      await forwardTo(library, '2026-01-13')
      expect(await shownTo(library, ann)).toEqual({ copy: undefined, place: undefined })
    }))

  it('does not expire because of the period, but on the day after its interest period', () =>
    withAbsentAnn({ from: null, until: null }, async (library, { ann, bo }) => {
      await setAbsence(library, bo, { from: null, until: null })
      await reserve(library, bo, '2026-02-10')
      await forwardTo(library, '2026-02-10')
      expect(await shownTo(library, bo)).toEqual({ copy: undefined, place: 2 })
      await forwardTo(library, '2026-02-11')
      expect(await shownTo(library, bo)).toEqual({ copy: undefined, place: undefined })
      expect(await shownTo(library, ann)).toEqual({ copy: undefined, place: 1 })
    }))

  it('does not keep a loan from being renewed while all who wait are absent; one who is there does', () =>
    withAbsentAnn({ from: null, until: '2026-02-02' }, async (library, { ann, bo }, loan, carl) => {
      await forwardTo(library, '2026-01-30')
      const renew = () =>
        renewLoan(library.useCaseDependencies)({
          ...{ copy: oneCopy, loan, title: oneTitle, borrower: carl, ...nowOnce(library) },
        })()
      expect(await renew()).toMatchObject({ right: {} })
      await forwardTo(library, '2026-02-25')
      expect(await renew()).toMatchObject({ left: { refusal: { answer: 'deniedReserved' } } })
      await setAbsence(library, ann, { from: null, until: null })
      expect(await renew()).toMatchObject({ right: {} })
      await reserve(library, bo)
      await forwardTo(library, '2026-03-28')
      expect(await renew()).toMatchObject({ left: { refusal: { answer: 'deniedReserved' } } })
    }))

  it('of a title of which a copy becomes free is served before those who reserved later, once the period is over', () =>
    withAbsentAnn({ from: null, until: '2026-01-10' }, async (library, { ann, bo }) => {
      await setAbsence(library, bo, { from: null, until: '2026-01-10' })
      await reserve(library, bo)
      await takeBack(library)
      await forwardTo(library, '2026-01-11')
      expect(await shownTo(library, ann)).toMatchObject({ copy: 'onPullList' })
      expect(await shownTo(library, bo)).toMatchObject({ copy: undefined })
      rightOrThrow(await changeCopy(library.useCaseDependencies)(oneCopy, nowOnce(library))({ type: 'Withdraw' })())
      expect(await shownTo(library, ann)).toEqual({ copy: undefined, place: 1 })
    }))
})
