import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
import { ledgerImportErrorMessage } from '../../../../adapters/imports/ledger/ledger-import-error-message'
import { importLoans } from '../../../../adapters/imports/ledger/import-loans'
import {
  defaultLedgerReplayOptions,
  ignoreImportProgress,
} from '../../../../adapters/imports/ledger/ledger-replay-options'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { ScopeKeys } from '../../../../domain/ports/scope-keys'
import type { Day } from '../../../../domain/values/day'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { firstMonthStart, loansBefore, readTestLedger, requireSummary, tryImport } from './ledger-import-steps'
import { fixturePath } from './ledger-files'
import { ledgerMappings } from './ledger-mappings'
import { failingCalls, type FailingCalls } from './failing-calls'
import { libraryWithFailingAppends } from './library-with-failing-appends'

const ledgerFile = fixturePath('ledger-200.csv')

/** The same library, but making keys fails sometimes. */
const libraryWithFailingKeys = (library: RunningLibrary, calls: FailingCalls): RunningLibrary => {
  const { commandHandling } = library.useCaseDependencies
  const createKeys: ScopeKeys['createKeys'] = (scopes) =>
    calls.fails()
      ? TE.left({ _tag: 'Unavailable', reason: 'the key store does not answer' })
      : commandHandling.keys.createKeys(scopes)
  const keys = { ...commandHandling.keys, createKeys }
  return {
    ...library,
    useCaseDependencies: { ...library.useCaseDependencies, commandHandling: { ...commandHandling, keys } },
  }
}

const withLibrary = (
  work: (library: RunningLibrary, ledger: Awaited<ReturnType<typeof readTestLedger>>) => Promise<void>,
) =>
  withTemporaryFolder(async (folder) => {
    const ledger = loansBefore('1912-01-01' as Day, await readTestLedger(ledgerFile, ledgerMappings.madeUp))
    const library = await openLibraryIn(folder, { startOn: firstMonthStart(ledger) })
    try {
      await work(library, ledger)
    } finally {
      await library.close()
    }
  })

const quickRepeats = { ...defaultLedgerReplayOptions, concurrency: 1, waits: [0, 0, 0] }

describe('an import that meets trouble', () => {
  it('goes on by itself when it passes, and counts nothing twice: early and late, of a log and of the key store', () =>
    withLibrary(async (library, ledger) => {
      const [appends, earlyKeys, lateKeys] = [failingCalls(60, 2), failingCalls(3, 2), failingCalls(100, 2)]
      const withTrouble = libraryWithFailingKeys(
        libraryWithFailingKeys(libraryWithFailingAppends(library, appends), lateKeys),
        earlyKeys,
      )
      const imported = await importLoans(withTrouble, machineMonotonicClock)(
        ledger,
        quickRepeats,
        ignoreImportProgress,
      )()
      if (E.isLeft(imported)) throw new Error(JSON.stringify(imported.left))
      const summary = requireSummary(imported.right)
      expect([appends, earlyKeys, lateKeys].map(({ failed }) => failed())).toEqual([2, 2, 2])
      expect(summary.resumed).toBe(false)
      expect(summary.checks.filter(({ same }) => !same)).toEqual([])
    }))

  it.each([
    ['the log', libraryWithFailingAppends, 'StoreUnavailable: no space left on device'],
    ['the key store', libraryWithFailingKeys, 'Unavailable: the key store does not answer'],
  ])('says the reason when it does not pass: %s', (_store, withFailures, expected) =>
    withLibrary(async (library, ledger) => {
      const interrupted = await tryImport(withFailures(library, failingCalls(60)), ledger)
      expect(E.isLeft(interrupted) && ledgerImportErrorMessage(interrupted.left)).toContain(expected)
    }),
  )
})
