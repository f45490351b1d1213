import * as E from 'fp-ts/Either'
import { machineClock } from '../../../../adapters/system/clock/machine-clock'
import { machineDay } from '../../../../adapters/system/clock/machine-day'
import { createCli, type CliDeps } from '../../../../adapters/interfaces/cli/create-cli'
import { exitCode, type ExitCode } from '../../../../adapters/interfaces/cli/exit-code'
import { openErrorInWords, openSystem } from '../../../../adapters/composition/open-system'
import { holdsLibrary } from '../../../../adapters/stores/data-folder/holds-library'
import { layoutOf } from '../../../../adapters/stores/data-folder/layout'
import { askForLedger } from '../../../../adapters/imports/ledger/asked'
import { defaultPolicy } from '../../../../domain/policy/policy'
import { testOptions } from '../../../fixtures/system'
import { collected, type Collected } from './collected'

export const readLedger = askForLedger(machineClock, machineDay)

/** The command line over the real system. */
export const cliIn = (out: Collected, but: Partial<CliDeps> = {}) =>
  createCli({
    openSystem: async (folder, { startOn, handling, inBulk }) => {
      const opened = await openSystem(folder, {
        ...testOptions,
        ...(inBulk === undefined ? {} : { inBulk }),
        ...(startOn === undefined ? {} : { startOn }),
        policy: { ...defaultPolicy, fees: { ...defaultPolicy.fees, ...(handling === undefined ? {} : { handling }) } },
      })()
      return E.isRight(opened)
        ? opened
        : E.left({
            code: opened.left._tag === 'FolderInUse' ? exitCode.inUse : exitCode.unavailable,
            words: openErrorInWords(opened.left),
          })
    },
    holdsLibrary: (folder) => holdsLibrary(layoutOf(folder)),
    isOwned: () => false,
    serve: () => Promise.resolve(exitCode.done),
    migrate: () => Promise.resolve(exitCode.done),
    grant: () => Promise.resolve(exitCode.done),
    readLedger,
    out,
    cwd: '/',
    ...but,
  })

/** Runs one command line, and keeps what it said. */
export const said = async (
  argv: ReadonlyArray<string>,
  but: Partial<CliDeps> = {},
): Promise<Collected & { readonly code: ExitCode }> => {
  const out = collected()
  return { ...out, code: await cliIn(out, but)(argv) }
}
