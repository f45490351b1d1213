import type { PrimaryStores } from '../../adapters/composition/stores/primary-stores'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import * as TE from 'fp-ts/TaskEither'
import { changeCopy } from '../../domain/use-cases/change-copy'
import { recordLoan } from '../../domain/use-cases/record-loan'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { streamNameOf } from '../../domain/event/stream'
import type { BorrowerId, CopyId } from '../../domain/values/ids'
import { addCopiesAndBorrowers } from '../crash/crash-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withRunningLibrary } from '../fixtures/running-library'
import { sharedMemoryStores } from '../fixtures/shared-memory-stores'
import { borrowerIdsOf, crashBranch, crashCopies, lendTo } from './errors/prepared-folder'
import { nowOnce } from './use-case-steps'
import { withProcessesOn } from './with-processes-on'

const copy = crashCopies[0] as CopyId

const returnAt = (library: RunningLibrary) =>
  returnCopy(library.useCaseDependencies)({ copy, branch: crashBranch, ...nowOnce(library) })()

const lendFirstCopy = async (library: RunningLibrary): Promise<void> => {
  await addCopiesAndBorrowers(library)
  rightOrThrow(await library.catchUpReadModels())
  rightOrThrow(await lendTo(library)(copy, borrowerIdsOf(library)[0] as BorrowerId))
}

const returnTwentyTimes = (libraries: ReadonlyArray<RunningLibrary>) =>
  Promise.all(Array.from({ length: 20 }, (_, index) => returnAt(libraries[index % libraries.length] as RunningLibrary)))

const withProcesses = withProcessesOn(() => {
  const { storesOf, endLeases } = sharedMemoryStores()
  return Promise.resolve({ storesOf: (process) => Promise.resolve(storesOf(process)), endLeases })
})

/** The stores of a process whose appends to the copy come too late `times` times. */
const lateFor = (times: number, stores: PrimaryStores): PrimaryStores => {
  let left = times
  const { circulation } = stores.logs
  const stream = streamNameOf('copy')(copy)
  const append: typeof circulation.append = (to, expected, events) => {
    if (to !== stream || left === 0) return circulation.append(to, expected, events)
    left -= 1
    return TE.left({ _tag: 'Conflict', stream, expected, actual: 1 })
  }
  return { ...stores, logs: { ...stores.logs, circulation: { ...circulation, append } } }
}

type RunCommand = (library: RunningLibrary) => Promise<{ readonly _tag: 'Left' | 'Right' }>

describe('twenty returns of one copy at once', () => {
  it('are all accepted by one process', () =>
    withRunningLibrary(async (library) => {
      await lendFirstCopy(library)
      expect((await returnTwentyTimes([library])).filter(({ _tag }) => _tag === 'Left')).toEqual([])
    }))

  it.each([2, 5])('are all accepted through %d processes', (count) =>
    withProcesses(async ({ storesFor, open }) => {
      const libraries: RunningLibrary[] = []
      for (let index = 0; index < count; index++) libraries.push(await open(await storesFor(`process ${index}`)))
      await lendFirstCopy(libraries[0] as RunningLibrary)
      expect((await returnTwentyTimes(libraries)).filter(({ _tag }) => _tag === 'Left')).toEqual([])
    }),
  )
})

describe('when other processes append first, twelve times in a row', () => {
  const neverRefused: ReadonlyArray<readonly [string, RunCommand]> = [
    ['a return', returnAt],
    [
      'a loan that has already happened',
      (library) =>
        recordLoan(library.useCaseDependencies)({
          ...{ copy, branch: crashBranch, borrower: borrowerIdsOf(library)[1] as BorrowerId },
          ...nowOnce(library),
        })(),
    ],
    [
      'a withdrawal',
      (library) => changeCopy(library.useCaseDependencies)(copy, nowOnce(library))({ type: 'Withdraw' })(),
    ],
  ]
  it.each(neverRefused)('%s is decided again until it is recorded', (_what, command) =>
    withProcesses(async ({ storesFor, open }) => {
      const first = await open(await storesFor('first'))
      await addCopiesAndBorrowers(first)
      const second = await open(lateFor(12, await storesFor('second')))
      rightOrThrow(await second.catchUpReadModels())
      expect(await command(second)).toMatchObject({ _tag: 'Right' })
    }),
  )
})
