import { lend } from '../../domain/use-cases/lend'
import { reserve } from '../../domain/use-cases/reserve'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { right } from '../fixtures/right'
import { acquireOne, branch, copy, now, registerNumbered, title } from './steps'
import { withSystem } from '../fixtures/system'

describe('a reservation from the desk to the shelf and home', () => {
  it('waits, is made ready when the copy comes back, is fulfilled by the loan, and is forgotten at once', () =>
    withSystem(async (system) => {
      const { library } = system
      await acquireOne(system)
      const ann = await registerNumbered(system, 1)
      const bo = await registerNumbered(system, 2)
      right(await lend(library)({ copy, borrower: ann, branch, ...now(system) })())
      const waiting = { title, borrower: bo, pickUpBranch: undefined, interestUntil: undefined }
      right(await reserve(library)({ ...waiting, ...now(system) })())
      right(await returnCopy(library)({ copy, branch, ...now(system) })())
      right(await library.reactionsDone())
      const kept = await lend(library)({ copy, borrower: ann, branch, ...now(system) })()
      expect(kept).toMatchObject({ left: { refusal: { because: 'copySetAsideForAnother' } } })
      right(await lend(library)({ copy, borrower: bo, branch, ...now(system) })())
      right(await library.reactionsDone())
      const queue = await system.show('circulation', `title-${title}` as never)
      expect(queue.map(({ type }) => type)).toEqual(['ReservationMade', 'ReservationReady', 'ReservationFulfilled'])
      expect(await system.retention.run()).toMatchObject({ failed: [], overdue: 0 })
      const forgotten = await system.show('circulation', `title-${title}` as never)
      expect(forgotten.map(({ staff }) => staff['reservation'])).toMatchObject([{ erased: true }, { erased: true }, {}])
    }))
})
