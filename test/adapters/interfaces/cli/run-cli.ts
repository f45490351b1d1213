import * as E from 'fp-ts/Either'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
import { todayByMachineClock } from '../../../../adapters/system/clock/today-by-machine-clock'
import { createCli, type CliDependencies } from '../../../../adapters/interfaces/cli/create-cli'
import { exitCode, type ExitCode } from '../../../../adapters/interfaces/cli/exit-code'
import { libraryOpeningErrorMessage } from '../../../../adapters/composition/library-opening-error'
import { drillCommand } from '../../../../adapters/composition/drill/drill-command'
import { restoreCommand } from '../../../../adapters/composition/restore/restore-command'
import { openRunningLibrary } from '../../../../adapters/composition/open-running-library'
import { folderContainsLibrary } from '../../../../adapters/stores/data-folder/folder-contains-library'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import type { ImportPreparationFunctions } from '../../../../adapters/interfaces/cli/commands/import-loans-command'
import { prepareTableImport } from '../../../../adapters/composition/imports/prepare-table-import'
import { prepareLedgerImport } from '../../../../adapters/imports/ledger/prepare-ledger-import'
import { defaultLibraryPolicy } from '../../../../domain/policy/policy'
import { samePolicyEachDay } from '../../../../domain/policy/policy-by-day'
import { testOpenOptions } from '../../../fixtures/running-library'
import { collectOutput, type CollectedOutput } from './collect-output'

export const prepareTestImport: ImportPreparationFunctions = {
  loans: prepareLedgerImport(machineMonotonicClock, todayByMachineClock),
  table: prepareTableImport,
}

/** A command line that opens real data folders. */
export const createTestCli = (output: CollectedOutput, overrides: Partial<CliDependencies> = {}) =>
  createCli({
    openLibrary: async (folder, { startOn, handling, inBulk }) => {
      const opened = await openRunningLibrary(folder, {
        ...testOpenOptions,
        make: { clock: 'simulated', demo: false },
        ...(startOn === undefined ? {} : { startOn }),
        ...(inBulk === undefined ? {} : { inBulk }),
        policy: samePolicyEachDay({
          ...defaultLibraryPolicy,
          fees: { ...defaultLibraryPolicy.fees, ...(handling === undefined ? {} : { handlingFee: handling }) },
        }),
      })()
      return E.isRight(opened)
        ? opened
        : E.left({
            code: opened.left._tag === 'FolderInUse' ? exitCode.inUse : exitCode.unavailable,
            message: libraryOpeningErrorMessage(opened.left),
          })
    },
    holdsLibrary: (folder) => folderContainsLibrary(dataFolderLayout(folder)),
    isOwned: () => false,
    serve: () => Promise.resolve(exitCode.done),
    migrate: () => Promise.resolve(exitCode.done),
    repair: () => Promise.resolve(exitCode.done),
    restore: restoreCommand({ ring: undefined, ringPlaces: {} }),
    drill: drillCommand({ ring: undefined, ringPlaces: {} }, E.right(undefined)),
    grant: () => Promise.resolve(exitCode.done),
    prepareImport: prepareTestImport,
    output,
    cwd: '/',
    policyInEnvironment: undefined,
    ...overrides,
  })

/** Runs one command line and collects its output. */
export const runCli = async (
  argv: ReadonlyArray<string>,
  overrides: Partial<CliDependencies> = {},
): Promise<CollectedOutput & { readonly code: ExitCode }> => {
  const output = collectOutput()
  return { ...output, code: await createTestCli(output, overrides)(argv) }
}
