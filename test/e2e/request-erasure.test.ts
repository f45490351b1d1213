import * as fc from 'fast-check'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { changeBorrower } from '../../domain/use-cases/change-borrower'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { recordLoan } from '../../domain/use-cases/record-loan'
import { registerBorrower } from '../../domain/use-cases/register-borrower'
import { requestErasure } from '../../domain/use-cases/request-erasure'
import { reserveTitle } from '../../domain/use-cases/reserve-title'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { changeOrCancelReservation } from '../../domain/use-cases/change-or-cancel-reservation'
import type { BlockId, BorrowerId, ContactId, PreferenceId, CopyId } from '../../domain/values/ids'
import { isLoanRunning, loansOfBorrower } from '../../projections/loans/loan-queries'
import { reservationsOfBorrower } from '../../projections/queue/reservation-queries'
import { reservedCopiesOfBorrower } from '../../projections/queue/reserved-copy-queries'
import { crashCopies, emptyContact, addCopiesAndBorrowers, personWithCard, crashTitles } from '../crash/crash-library'
import { withRunningLibrary } from '../fixtures/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { acquireOneCopy, homeBranch, oneCopy, nowOnce, registerNumberedBorrower, oneTitle } from './use-case-steps'

const reservationFor = (borrower: BorrowerId) => ({
  title: oneTitle,
  borrower,
  pickUpBranch: undefined,
  interestUntil: undefined,
})

describe('a borrower who has requested erasure', () => {
  it('is unknown at once, before anything is erased', () =>
    withRunningLibrary(async (library) => {
      const { useCaseDependencies } = library
      await acquireOneCopy(library)
      const ann = await registerNumberedBorrower(library, 1)
      rightOrThrow(await requestErasure(useCaseDependencies)({ borrower: ann, ...nowOnce(library) })())
      expect(rightOrThrow(await useCaseDependencies.decisionQueries.standing(ann)())).toBeUndefined()
      const lending = { copy: oneCopy, borrower: ann, branch: homeBranch }
      expect(await lendCopy(useCaseDependencies)({ ...lending, ...nowOnce(library) })()).toMatchObject({
        left: { refusal: { _tag: 'LoanIsRefused', because: 'borrowerUnknown' } },
      })
      expect(await recordLoan(useCaseDependencies)({ ...lending, ...nowOnce(library) })()).toMatchObject({
        left: { refusal: { _tag: 'BorrowerIsUnknown' } },
      })
      expect(await reserveTitle(useCaseDependencies)({ ...reservationFor(ann), ...nowOnce(library) })()).toMatchObject({
        left: { refusal: { because: 'patron_not_found' } },
      })
      const change = changeBorrower(useCaseDependencies)(ann, nowOnce(library))
      const unknown = { left: { refusal: { _tag: 'BorrowerIsUnknown' } } }
      const at = useCaseDependencies.commandHandling.clock.now()
      const block = (n: string) => n as BlockId
      expect(
        await change((ids) => ({
          ...{
            type: 'ChangeContact',
            borrower: ann,
            contact: ids.idFor('contact') as ContactId,
            contactDetails: emptyContact,
          },
        }))(),
      ).toMatchObject(unknown)
      expect(
        await change((ids) => ({
          ...{ type: 'ChangePreferences', borrower: ann, preference: ids.idFor('preference') as PreferenceId },
          ...{ homeBranch, language: 'en' },
        }))(),
      ).toMatchObject(unknown)
      expect(
        await change((ids) => ({
          ...{ type: 'BlockBorrower', borrower: ann, block: block(ids.idFor('block')), reason: 'U', note: null, at },
        }))(),
      ).toMatchObject(unknown)
      expect(
        await change((ids) => ({ type: 'LiftBlock', borrower: ann, block: block(ids.idFor('block')) }))(),
      ).toMatchObject(unknown)
    }))

  it('keeps card and numbers until the record is erased', () =>
    withRunningLibrary(async (library) => {
      const { useCaseDependencies } = library
      const ann = await registerNumberedBorrower(library, 1)
      rightOrThrow(await requestErasure(useCaseDependencies)({ borrower: ann, ...nowOnce(library) })())
      const again = () =>
        registerBorrower(useCaseDependencies)({
          ...{
            person: personWithCard('another'),
            contactDetails: emptyContact,
            presentedCard: { number: 'K-1', pin: null },
          },
          ...nowOnce(library),
        })()
      expect(await again()).toMatchObject({ left: { refusal: { _tag: 'NumberIsTaken', kindOfNumber: 'card' } } })
      expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
      expect(await again()).toMatchObject({ _tag: 'Right' })
    }))
})

type Action = 'lend' | 'reserve' | 'cancel' | 'return'

/** Performs one of the actions that may run at the same time for one borrower. */
const performAction =
  (library: RunningLibrary, borrower: BorrowerId, copyNumber: number) =>
  async (action: Action): Promise<unknown> => {
    const { useCaseDependencies } = library
    const own = crashTitles[copyNumber % crashTitles.length]!
    switch (action) {
      case 'lend':
        return lendCopy(useCaseDependencies)({
          copy: crashCopies[copyNumber] as CopyId,
          borrower,
          branch: homeBranch,
          ...nowOnce(library),
        })()
      case 'return':
        return returnCopy(useCaseDependencies)({
          copy: crashCopies[copyNumber] as CopyId,
          branch: homeBranch,
          ...nowOnce(library),
        })()
      case 'reserve':
        return reserveTitle(useCaseDependencies)({ ...reservationFor(borrower), title: own, ...nowOnce(library) })()
      case 'cancel': {
        const [first] = reservationsOfBorrower(borrower)(library.rows)
        const command = { type: 'CancelReservation', title: own } as const
        return (
          first &&
          changeOrCancelReservation(useCaseDependencies)(own, nowOnce(library))({
            ...command,
            reservation: first.reservation,
          })()
        )
      }
    }
  }

describe('a request for erasure beside other commands for the borrower', () => {
  it('is accepted only when the borrower holds nothing, and then the borrower holds nothing afterwards', () =>
    withRunningLibrary(async (library) => {
      const { useCaseDependencies } = library
      await addCopiesAndBorrowers(library)
      let number = 100
      let accepted = 0
      const actions = fc.array(fc.constantFrom<Action>('lend', 'reserve', 'cancel', 'return'), {
        minLength: 1,
        maxLength: 6,
      })
      await fc.assert(
        fc.asyncProperty(actions, fc.nat(5), fc.nat(63), async (all, place, copyNumber) => {
          const borrower = await registerNumberedBorrower(library, (number += 1))
          const act = performAction(library, borrower, copyNumber)
          const before = all.slice(0, place).map(act)
          const requesting = requestErasure(useCaseDependencies)({ borrower, ...nowOnce(library) })()
          const after = all.slice(place).map(act)
          const answer = await requesting
          await Promise.all([...before, ...after])
          rightOrThrow(await useCaseDependencies.waitForReactions())
          rightOrThrow(await library.catchUpReadModels())
          const { rows } = library
          const held = [loansOfBorrower(borrower)(rows).filter(isLoanRunning), reservationsOfBorrower(borrower)(rows)]
          const setAside = reservedCopiesOfBorrower(borrower)(rows)
          accepted += answer._tag === 'Right' ? 1 : 0
          expect(answer._tag === 'Right' ? [...held, setAside].flat() : []).toEqual([])
          await returnCopy(useCaseDependencies)({
            copy: crashCopies[copyNumber] as CopyId,
            branch: homeBranch,
            ...nowOnce(library),
          })()
        }),
        { numRuns: 150 },
      )
      expect(accepted).toBeGreaterThan(0)
      expect(accepted).toBeLessThan(150)
      rightOrThrow(await useCaseDependencies.waitForReactions())
      expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
    }))
})
