import * as E from 'fp-ts/Either'
import type { OpenLibraryProblem, OpenForCommandOptions } from '../interfaces/cli/cli-command'
import { exitCode, type ExitCode } from '../interfaces/cli/exit-code'
import type { RunningLibrary } from '../processes/running-library/running-library'
import { collectGarbageEarlier } from '../system/collect-garbage-earlier'
import type { Logger } from '../system/telemetry/logger'
import { writeAlarmsToProcessLog } from './write-alarms-to-process-log'
import { readEscrowSettings, type EscrowSettings } from './epochs/escrow-settings'
import { findNamedFolderProblem } from './find-named-folder-problem'
import { footageFolder, policyPath, readStoreServerAddresses, ringFolder, ringPlaces } from './environment-settings'
import { libraryOpeningErrorMessage, type LibraryOpeningError } from './library-opening-error'
import { openRunningLibrary } from './open-running-library'
import type { OpenRunningLibraryOptions } from './open-running-library-options'
import { readPolicyFile } from './read-policy-file'
import type { OpenPrimaryStores } from './stores/primary-stores'
import type { StoreServerAddresses } from './stores/store-server-addresses'

const refusals: ReadonlyArray<LibraryOpeningError['_tag']> = [
  'SimulatedInProduction',
  'RingInUse',
  'RingIsServed',
  'RingUseUnknown',
]

/** The exit code of a command that cannot open the library. */
export const exitCodeOfOpenError = ({ _tag }: LibraryOpeningError): ExitCode => {
  if (_tag === 'FolderInUse') return exitCode.inUse
  if (_tag === 'PolicyFileIsWrong') return exitCode.usage
  return refusals.includes(_tag) ? exitCode.refused : exitCode.unavailable
}

const toOpenLibraryProblem = (error: LibraryOpeningError): OpenLibraryProblem => ({
  code: exitCodeOfOpenError(error),
  message: libraryOpeningErrorMessage(error),
})

/** Loads the clients of the servers only when a library is on servers. */
const openStoresOnServers =
  (addresses: StoreServerAddresses): OpenPrimaryStores =>
  (layout) =>
  async () => {
    const servers = await import('./stores/open-stores-on-servers.js')
    return servers.openStoresOnServers(addresses)(layout)()
  }

/** How a command opens a library in a folder, or, when there are addresses, on servers. */
export const openLibraryOptionsFor = (
  logger: Logger,
  openOptions: OpenForCommandOptions,
  addresses: StoreServerAddresses | undefined,
  escrow: EscrowSettings,
): OpenRunningLibraryOptions => ({
  make: { clock: openOptions.startOn === undefined ? 'real' : 'simulated', demo: false },
  ...(openOptions.startOn === undefined ? {} : { startOn: openOptions.startOn }),
  ...(openOptions.handling === undefined ? {} : { handlingFee: openOptions.handling }),
  ...(ringFolder === undefined ? {} : { ring: ringFolder }),
  ...{ ringPlaces, footageFolder },
  ...escrow,
  ...(addresses === undefined ? {} : { openPrimaryStores: openStoresOnServers(addresses) }),
  inBulk: openOptions.inBulk === true,
  production: process.env['NODE_ENV'] === 'production',
  alarm: writeAlarmsToProcessLog(logger),
})

/** Opens a library for one command. */
export const openForCommand =
  (logger: Logger) =>
  async (folder: string, openOptions: OpenForCommandOptions): Promise<E.Either<OpenLibraryProblem, RunningLibrary>> => {
    const addresses = readStoreServerAddresses(openOptions.servers)
    if (E.isLeft(addresses)) return E.left({ code: exitCode.usage, message: addresses.left })
    const policyFile = readPolicyFile(openOptions.policyFile ?? policyPath)
    if (E.isLeft(policyFile)) return E.left({ code: exitCode.usage, message: policyFile.left })
    const escrow = readEscrowSettings(process.env)
    if (E.isLeft(escrow)) return E.left({ code: exitCode.usage, message: escrow.left })
    const placeProblem = findNamedFolderProblem(process.env, { data: folder })
    if (placeProblem !== undefined) return E.left({ code: exitCode.usage, message: placeProblem })
    collectGarbageEarlier()
    const opened = await openRunningLibrary(folder, {
      ...openLibraryOptionsFor(logger, openOptions, addresses.right, escrow.right),
      policyFile: policyFile.right,
    })()
    return E.isLeft(opened) ? E.left(toOpenLibraryProblem(opened.left)) : opened
  }
