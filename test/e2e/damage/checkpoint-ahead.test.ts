import type { StreamName } from '../../../domain/event/stream'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { openOptionsWithAlarm } from '../../crash/crash-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, oneTitle, registerNumberedBorrower } from '../use-case-steps'
import { changeLog } from './write-event'

const returnOne = async (library: RunningLibrary): Promise<void> => {
  const returned = { copy: oneCopy, branch: homeBranch, ...nowOnce(library) }
  rightOrThrow(await returnCopy(library.useCaseDependencies)(returned)())
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
}

const eventsOfTitle = async (library: RunningLibrary): Promise<ReadonlyArray<string>> =>
  (await library.showStream('circulation', `title-${oneTitle}` as StreamName)).map(({ type }) => type)

/** A closed folder of a library in which somebody waits for a copy that somebody else has borrowed. */
const withWaitingReservation = (use: (folder: string) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const library = await openLibraryIn(
      folder,
      openOptionsWithAlarm(() => undefined),
    )
    await acquireOneCopy(library)
    const [one, other] = [await registerNumberedBorrower(library, 1), await registerNumberedBorrower(library, 2)]
    const loan = { copy: oneCopy, borrower: one, branch: homeBranch, ...nowOnce(library) }
    rightOrThrow(await lendCopy(library.useCaseDependencies)(loan)())
    const waiting = { title: oneTitle, borrower: other, pickUpBranch: undefined, interestUntil: undefined }
    rightOrThrow(await reserveTitle(library.useCaseDependencies)({ ...waiting, ...nowOnce(library) })())
    await library.close()
    await use(folder)
  })

const withLibraryIn = async (folder: string, use: (library: RunningLibrary) => Promise<void>) => {
  const alarms: string[] = []
  const library = await openLibraryIn(
    folder,
    openOptionsWithAlarm((kind) => void alarms.push(kind)),
  )
  await use(library)
  await library.close()
  return alarms
}

describe('a checkpoint of the reactions that somebody set beyond the end of the log', () => {
  it.each([['10000'], ['9007199254740993']])(
    '(%s) raises an alarm, and the reactions go on: what was reacted to changes nothing again',
    (position) =>
      withWaitingReservation(async (folder) => {
        await withLibraryIn(folder, returnOne)
        expect(changeLog(folder, 'circulation', `UPDATE checkpoints SET position = ${position}`)).toBe(1)
        const alarms = await withLibraryIn(folder, async (library) => {
          const before = await library.logHeads()
          rightOrThrow(await library.useCaseDependencies.waitForReactions())
          expect(await library.logHeads()).toEqual(before)
          expect(await eventsOfTitle(library)).toEqual(['ReservationMade', 'ReservationCounted', 'ReservationReady'])
        })
        expect(alarms).toEqual(['CheckpointAheadOfLog'])
        expect(await withLibraryIn(folder, () => Promise.resolve())).toEqual([])
      }),
  )

  it('lets no later event go without its reaction', () =>
    withWaitingReservation(async (folder) => {
      changeLog(folder, 'circulation', 'UPDATE checkpoints SET position = 10000')
      const alarms = await withLibraryIn(folder, async (library) => {
        await returnOne(library)
        expect(await eventsOfTitle(library)).toEqual(['ReservationMade', 'ReservationCounted', 'ReservationReady'])
      })
      expect(alarms).toEqual(['CheckpointAheadOfLog'])
    }))
})
