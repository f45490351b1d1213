import * as TE from 'fp-ts/TaskEither'
import {
  runFollowUpIfBorrowerIsRegistered,
  type IfBorrowerIsRegisteredDependencies,
} from '../../../domain/use-cases/run-follow-up-if-borrower-is-registered'
import type { BorrowerId } from '../../../domain/values/ids'
import type { BorrowerStanding } from '../../../domain/policy/borrower-standing'
import { followUpToCopy, followUpToTitle } from '../../../domain/reactions/follow-up'
import {
  anna,
  bent,
  mainBranch,
  noon,
  reservationId,
  setAsideId,
  exampleStanding,
  firstCopy,
  firstTitle,
} from '../../fixtures/example-library'

const setAsideForAnna = followUpToCopy(firstCopy, {
  ...{ type: 'SetAside', setAside: setAsideId(1), borrower: anna, reservation: reservationId(1) },
  ...{ pickUpBranch: mainBranch, pickUpNumber: '101', at: noon('2026-03-10') },
})
const fulfilled = followUpToTitle(firstTitle, {
  type: 'FulfilReservation',
  reservation: reservationId(1),
  title: firstTitle,
})

/** Dependencies that know one standing, and record whose locks were taken. */
const dependenciesWith = (standing: BorrowerStanding | undefined, isPaused = false) => {
  const lockedBorrowers: BorrowerId[] = []
  const borrowerLock: IfBorrowerIsRegisteredDependencies['borrowerLock'] = (borrower) => (task) => {
    lockedBorrowers.push(borrower)
    return task
  }
  const dependencies: IfBorrowerIsRegisteredDependencies = {
    borrowerLock,
    decisionQueries: { standing: () => TE.right(standing), isReservationPaused: () => TE.right(isPaused) },
  }
  return { library: dependencies, gates: lockedBorrowers }
}

describe('a follow-up that makes something for a borrower', () => {
  it('is not run when it would reserve a copy, and a copy of a parallel title was reserved meanwhile', async () => {
    const { library: dependencies, gates } = dependenciesWith(exampleStanding(anna), true)
    const done = jest.fn(() => Promise.resolve({ _tag: 'Right', right: 'done' } as const))
    expect(await runFollowUpIfBorrowerIsRegistered(dependencies, undefined)(setAsideForAnna, done)()).toMatchObject({
      right: undefined,
    })
    expect(done).not.toHaveBeenCalled()
    expect(gates).toEqual([anna])
  })

  it('is not run once the borrower is about to be erased', async () => {
    const { library: dependencies } = dependenciesWith(undefined)
    const done = jest.fn(() => Promise.resolve({ _tag: 'Right', right: 'done' } as const))
    expect(await runFollowUpIfBorrowerIsRegistered(dependencies, anna)(setAsideForAnna, done)()).toMatchObject({
      right: undefined,
    })
    expect(done).not.toHaveBeenCalled()
  })

  it('runs without a lock when it makes nothing for a borrower', async () => {
    const { library: dependencies, gates: lockedBorrowers } = dependenciesWith(undefined)
    expect(await runFollowUpIfBorrowerIsRegistered(dependencies, bent)(fulfilled, TE.right('done'))()).toMatchObject({
      right: 'done',
    })
    expect(lockedBorrowers).toEqual([])
  })

  it.each([
    ["under that borrower's lock, when another borrower's lock is held", bent, [anna]],
    ["under that borrower's lock, when no lock is held", undefined, [anna]],
    ['without taking a lock that is held already', anna, []],
  ])('runs %s', async (_where, lockedBorrower, expectedLocks) => {
    const { library: dependencies, gates: lockedBorrowers } = dependenciesWith(exampleStanding(anna))
    expect(
      await runFollowUpIfBorrowerIsRegistered(dependencies, lockedBorrower)(setAsideForAnna, TE.right('done'))(),
    ).toMatchObject({ right: 'done' })
    expect(lockedBorrowers).toEqual(expectedLocks)
  })
})
