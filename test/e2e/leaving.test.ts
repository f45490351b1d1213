import * as fc from 'fast-check'
import type { System } from '../../adapters/processes/running/system'
import { changeBorrower } from '../../domain/use-cases/borrower'
import { lend } from '../../domain/use-cases/lend'
import { recordLoan } from '../../domain/use-cases/record-loan'
import { register } from '../../domain/use-cases/register'
import { requestErasure } from '../../domain/use-cases/request-erasure'
import { reserve } from '../../domain/use-cases/reserve'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { changeQueue } from '../../domain/use-cases/title'
import type { BlockId, BorrowerId, ContactId, CopyId } from '../../domain/values/ids'
import { isRunning, loansOf } from '../../projections/loans/queries'
import { reservationsOf } from '../../projections/queue/queries'
import { keptCopiesOf } from '../../projections/queue/shelf'
import { copies, details, furnish, personOf, titles } from '../crash/world'
import { withSystem } from '../fixtures/system'
import { right } from '../fixtures/right'
import { acquireOne, branch, copy, now, registerNumbered, title } from './steps'

const waiting = (borrower: BorrowerId) => ({ title, borrower, pickUpBranch: undefined, interestUntil: undefined })

describe('a borrower who has asked to be forgotten', () => {
  it('is a stranger at once, before anything is erased', () =>
    withSystem(async (system) => {
      const { library } = system
      await acquireOne(system)
      const ann = await registerNumbered(system, 1)
      right(await requestErasure(library)({ borrower: ann, ...now(system) })())
      expect(right(await library.lookUp.standing(ann)())).toBeUndefined()
      const lending = { copy, borrower: ann, branch }
      expect(await lend(library)({ ...lending, ...now(system) })()).toMatchObject({
        left: { refusal: { _tag: 'LoanIsRefused', because: 'borrowerUnknown' } },
      })
      expect(await recordLoan(library)({ ...lending, ...now(system) })()).toMatchObject({
        left: { refusal: { _tag: 'BorrowerIsUnknown' } },
      })
      expect(await reserve(library)({ ...waiting(ann), ...now(system) })()).toMatchObject({
        left: { refusal: { because: 'patron_not_found' } },
      })
      const change = changeBorrower(library)(ann, now(system))
      const unknown = { left: { refusal: { _tag: 'BorrowerIsUnknown' } } }
      const at = library.desk.clock.now()
      const block = (n: string) => n as BlockId
      expect(
        await change((ids) => ({
          ...{ type: 'ChangeContact', borrower: ann, contact: ids.next('contact') as ContactId, details },
        }))(),
      ).toMatchObject(unknown)
      expect(
        await change(() => ({ type: 'ChangePreferences', borrower: ann, homeBranch: branch, language: 'en' }))(),
      ).toMatchObject(unknown)
      expect(
        await change((ids) => ({
          ...{ type: 'BlockBorrower', borrower: ann, block: block(ids.next('block')), reason: 'U', note: null, at },
        }))(),
      ).toMatchObject(unknown)
      expect(
        await change((ids) => ({ type: 'LiftBlock', borrower: ann, block: block(ids.next('block')) }))(),
      ).toMatchObject(unknown)
    }))

  it('keeps card and numbers until the record is erased', () =>
    withSystem(async (system) => {
      const { library } = system
      const ann = await registerNumbered(system, 1)
      right(await requestErasure(library)({ borrower: ann, ...now(system) })())
      const again = () =>
        register(library)({
          ...{ person: personOf('another'), details, cardShown: { number: 'K-1', pin: null } },
          ...now(system),
        })()
      expect(await again()).toMatchObject({ left: { refusal: { _tag: 'NumberIsTaken', which: 'card' } } })
      expect(await system.retention.run()).toMatchObject({ failed: [], overdue: 0 })
      expect(await again()).toMatchObject({ _tag: 'Right' })
    }))
})

type Deed = 'lend' | 'reserve' | 'cancel' | 'return'

/** Everything that may be going on at the desk for one borrower. */
const doing =
  (system: System, borrower: BorrowerId, of: number) =>
  async (deed: Deed): Promise<unknown> => {
    const { library } = system
    const own = titles[of % titles.length]!
    switch (deed) {
      case 'lend':
        return lend(library)({ copy: copies[of] as CopyId, borrower, branch, ...now(system) })()
      case 'return':
        return returnCopy(library)({ copy: copies[of] as CopyId, branch, ...now(system) })()
      case 'reserve':
        return reserve(library)({ ...waiting(borrower), title: own, ...now(system) })()
      case 'cancel': {
        const [first] = reservationsOf(borrower)(system.rows)
        const command = { type: 'CancelReservation', title: own } as const
        return first && changeQueue(library)(own, now(system))({ ...command, reservation: first.reservation })()
      }
    }
  }

describe('erasure asked for while the borrower is at the desk', () => {
  it('is accepted when nothing is held, and then nothing is held afterwards: never both', () =>
    withSystem(async (system) => {
      const { library } = system
      await furnish(system)
      let number = 100
      let accepted = 0
      const deeds = fc.array(fc.constantFrom<Deed>('lend', 'reserve', 'cancel', 'return'), {
        minLength: 1,
        maxLength: 6,
      })
      await fc.assert(
        fc.asyncProperty(deeds, fc.nat(5), fc.nat(63), async (all, place, of) => {
          const borrower = await registerNumbered(system, (number += 1))
          const act = doing(system, borrower, of)
          const before = all.slice(0, place).map(act)
          const asked = requestErasure(library)({ borrower, ...now(system) })()
          const after = all.slice(place).map(act)
          const answer = await asked
          await Promise.all([...before, ...after])
          right(await library.reactionsDone())
          right(await system.reach())
          const { rows } = system
          const held = [loansOf(borrower)(rows).filter(isRunning), reservationsOf(borrower)(rows)]
          const kept = keptCopiesOf(borrower)(rows)
          accepted += answer._tag === 'Right' ? 1 : 0
          expect(answer._tag === 'Right' ? [...held, kept].flat() : []).toEqual([])
          await returnCopy(library)({ copy: copies[of] as CopyId, branch, ...now(system) })()
        }),
        { numRuns: 150 },
      )
      expect(accepted).toBeGreaterThan(0)
      expect(accepted).toBeLessThan(150)
      right(await library.reactionsDone())
      expect(await system.retention.run()).toMatchObject({ failed: [], overdue: 0 })
    }))
})
