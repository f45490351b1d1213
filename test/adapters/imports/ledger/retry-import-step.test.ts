import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ledgerImportErrorMessage } from '../../../../adapters/imports/ledger/ledger-import-error-message'
import type { LedgerImportError } from '../../../../adapters/imports/ledger/ledger-import-error'
import { importLoans } from '../../../../adapters/imports/ledger/import-loans'
import {
  defaultLedgerReplayOptions,
  ignoreImportProgress,
} from '../../../../adapters/imports/ledger/ledger-replay-options'
import { retryLedgerImportStep } from '../../../../adapters/imports/ledger/replay/retry-ledger-import-step'
import { toImportInterrupted } from '../../../../adapters/imports/ledger/replay/to-import-interrupted'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Day } from '../../../../domain/values/day'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { withFile } from '../csv/read-test-file'
import { firstMonthStart, readTestLedger, requireSummary } from './ledger-import-steps'

const keyLeft: Unavailable = { _tag: 'Unavailable', reason: 'the key left the cache while it was asked for' }
const noAnswer: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the disk does not answer (SQLITE_IOERR)' }

/** Whether a call fails: every third of them, at first. */
const createTrouble = (most: number) => {
  let [calls, failed] = [0, 0]
  return {
    fails: (): boolean => {
      calls += 1
      if (calls % 3 !== 2 || failed === most) return false
      failed += 1
      return true
    },
    failed: () => failed,
  }
}

const onDay = '1912-01-02' as Day
const interrupted = (error: Parameters<ReturnType<typeof toImportInterrupted>>[0]): LedgerImportError =>
  toImportInterrupted('lend', onDay, 7)(error)

describe('an import goes on by itself after trouble that passes', () => {
  it('of the log, the keys and the closing of a day, and counts nothing twice', async () => {
    const rows =
      'who,what,from,to\nAnna,Tine,1912-01-02,1912-01-05\nBo,Tine,1912-01-03,1912-01-08\nCarl,Tine,1912-02-09,\n'
    const ledger = await withFile(rows, (file) =>
      readTestLedger(file, { borrower: 'who', title: 'what', lentOn: 'from', returnedOn: 'to' }),
    )
    const [log, keys, closing] = [createTrouble(5), createTrouble(3), createTrouble(2)]
    const withTrouble = (library: RunningLibrary): RunningLibrary => {
      const { commandHandling } = library.useCaseDependencies
      const { circulation } = commandHandling.stores
      const stores = {
        ...commandHandling.stores,
        circulation: {
          readStream: circulation.readStream.bind(circulation),
          append: (...appended: Parameters<typeof circulation.append>) =>
            pipe(
              TE.fromIO(log.fails),
              TE.chain((fails) => (fails ? TE.left(noAnswer) : circulation.append(...appended))),
            ),
        },
      }
      const troubledKeys = {
        ...commandHandling.keys,
        createKeys: (...created: Parameters<typeof commandHandling.keys.createKeys>) =>
          pipe(
            TE.fromIO(keys.fails),
            TE.chain((fails) => (fails ? TE.left(keyLeft) : commandHandling.keys.createKeys(...created))),
          ),
      }
      return {
        ...library,
        clock: {
          ...library.clock,
          replayTo: (...moved) =>
            pipe(
              TE.fromIO(closing.fails),
              TE.chain((fails) => (fails ? TE.left(keyLeft) : library.clock.replayTo(...moved))),
            ),
        },
        useCaseDependencies: {
          ...library.useCaseDependencies,
          commandHandling: { ...commandHandling, stores, keys: troubledKeys },
        },
      }
    }
    await withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder, { startOn: firstMonthStart(ledger) })
      const notices: string[] = []
      const done: number[] = []
      const options = { ...defaultLedgerReplayOptions, waits: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }
      const progress = {
        ...ignoreImportProgress,
        day: (_: Day, loans: number) => void done.push(loans),
        onTrouble: (error: LedgerImportError) => void notices.push(ledgerImportErrorMessage(error)),
      }
      const result = rightOrThrow(
        await importLoans(withTrouble(library), machineMonotonicClock)(ledger, options, progress)(),
      )
      const summary = requireSummary(result)
      expect([log.failed(), keys.failed(), closing.failed()]).toEqual([5, 3, 2])
      expect(notices.length).toBeGreaterThanOrEqual(3)
      expect(notices.join()).toContain(keyLeft.reason)
      expect(notices.join()).toContain(noAnswer.reason)
      expect(summary).toMatchObject({ loans: 3, neverReturned: 1, billedAsLost: 1, borrowersInFile: 3 })
      expect(summary.checks.filter(({ same }) => !same)).toEqual([])
      expect(Math.max(...done)).toBe(3)
      await library.close()
    })
  })
})

describe('a step of an import', () => {
  const attempts = async (outcomes: ReadonlyArray<LedgerImportError>, canWrite = true) => {
    let made = 0
    const outcome = await retryLedgerImportStep({
      library: { flush: () => Promise.resolve(canWrite ? E.right(undefined) : E.left(noAnswer)) },
      waits: [1, 1, 1],
      onTrouble: undefined,
    })(() => {
      const error = outcomes[made++]
      return Promise.resolve(error === undefined ? E.right('done') : E.left(error))
    })()
    return { made, outcome }
  }

  it.each([
    ['a store that does not answer', noAnswer],
    ['keys that cannot be had', keyLeft],
    ['a store that is busy', { _tag: 'StoreBusy' }],
  ])('is repeated after %s, until it succeeds', async (_, error) => {
    const trouble = interrupted(error)
    expect(await attempts([trouble, trouble])).toEqual({ made: 3, outcome: E.right('done') })
  })

  it('is given up after the last wait, with the reason and without a value', async () => {
    const trouble = interrupted(keyLeft)
    const { made, outcome } = await attempts([trouble, trouble, trouble, trouble])
    expect(made).toBe(4)
    expect(E.isLeft(outcome) && ledgerImportErrorMessage(outcome.left)).toBe(
      'The import stopped on 1912-01-02, row 7 (lend: Unavailable: the key left the cache while it was asked for). Run it again to continue from there.',
    )
  })

  it.each([
    ['bytes that are damaged', interrupted({ _tag: 'Corrupt', reason: 'tag does not match' })],
    ['a refusal', interrupted({ _tag: 'Refused', refusal: { _tag: 'CopyIsOnLoan' } } as { readonly _tag: string })],
    ['a day that is not closed', interrupted({ _tag: 'DayClosingRefused', because: 'MissingDays' })],
    ['a mistake of the user', { _tag: 'ClockIsReal' } as const],
  ])('is not repeated after %s', async (_, error) => {
    expect(await attempts([error])).toEqual({ made: 1, outcome: E.left(error) })
  })

  it('is not repeated when the library cannot write any more', async () => {
    const trouble = interrupted(noAnswer)
    expect(await attempts([trouble], false)).toEqual({ made: 1, outcome: E.left(trouble) })
  })

  it('says why the closing of a day was refused', () => {
    expect(ledgerImportErrorMessage(interrupted({ _tag: 'DayClosingRefused', because: 'MissingDays' }))).toContain(
      'DayClosingRefused: MissingDays',
    )
  })
})
