import * as TE from 'fp-ts/TaskEither'
import type { Truth } from '../../adapters/compose/truth/truth'
import { truthInFolder } from '../../adapters/compose/truth/truth-in-folder'
import { lend } from '../../domain/acts/lend'
import { reserve } from '../../domain/acts/reserve'
import { returnCopy } from '../../domain/acts/return-copy'
import type { CopyId } from '../../domain/language/ids'
import type { EventStore } from '../../domain/ports/event-store'
import { right } from '../fixtures/right'
import { acquireOne, branch, copy, now, registerNumbered, title } from './steps'
import { openIn, withFolder, withSystem } from '../fixtures/system'

const other = '3274626534' as CopyId

describe('a copy that comes back', () => {
  it('is looked at alone while nobody waits for its title, which may have a hundred copies', () =>
    withFolder(async (folder) => {
      const read: string[] = []
      const noting = (truth: Truth): Truth => {
        const { circulation } = truth.logs
        const readStream: EventStore['readStream'] = (stream, how) => {
          read.push(stream)
          return circulation.readStream(stream, how)
        }
        return { ...truth, logs: { ...truth.logs, circulation: { ...circulation, readStream } } }
      }
      const system = await openIn(folder, { truth: (layout) => TE.map(noting)(truthInFolder(layout)) })
      const { library } = system
      await acquireOne(system)
      await acquireOne(system, other)
      const ann = await registerNumbered(system, 1)
      const lentAndBack = async (): Promise<void> => {
        right(await lend(library)({ copy, borrower: ann, branch, ...now(system) })())
        right(await returnCopy(library)({ copy, branch, ...now(system) })())
        right(await library.reactionsDone())
      }
      read.length = 0
      await lentAndBack()
      expect(read).toContain(`title-${title}`)
      expect(read).not.toContain(`copy-${other}`)
      await system.close()
    }))
})

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
