import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { destination } from 'pino'
import { defaultPolicy, type Policy } from '../../domain/policy/policy'
import type { OpenLibraryProblem, ServerAddressOptions, OpenForCommandOptions } from '../interfaces/cli/cli-command'
import { createCli } from '../interfaces/cli/create-cli'
import { exitCode, type ExitCode } from '../interfaces/cli/exit-code'
import type { Output } from '../interfaces/cli/output'
import type { ServeOptions } from '../interfaces/cli/parse-command-line'
import { createProgressBarOutput } from '../interfaces/cli/terminal/progress-bar-output'
import { ignoreBrokenPipe } from '../interfaces/cli/terminal/ignore-broken-pipe'
import { createPlainOutput } from '../interfaces/cli/terminal/plain-output'
import { machineClock } from '../system/clock/machine-clock'
import { todayByMachineClock } from '../system/clock/today-by-machine-clock'
import { demoFirstDay } from '../imports/demo/make-demo-library'
import { hasFolderDescription } from '../stores/data-folder/folder-description'
import { containsLibrary } from '../stores/data-folder/contains-library'
import { dataFolderLayout } from '../stores/data-folder/data-folder-layout'
import { isFolderLocked } from '../stores/data-folder/lock-folder'
import { findListenProblem } from '../interfaces/http/find-listen-problem'
import { prepareLedgerImport } from '../imports/ledger/prepare-ledger-import'
import type { RunningLibrary } from '../processes/running-library/running-library'
import { limitHeapGrowth } from '../system/limit-heap-growth'
import { createLogger, type Logger } from '../system/telemetry/logger'
import {
  openLibraryErrorMessage,
  openRunningLibrary,
  type OpenLibraryError,
  type OpenLibraryOptions,
} from './open-running-library'
import { grantCommand } from './granting/grant-command'
import { migrateCommand } from './migration/migrate-command'
import { listenAddress } from './serving/listen-address'
import { readServerAddresses, type ServerAddresses } from './stores/server-addresses'
import { serveLibrary } from './serving/serve-library'
import { tokensOfIssuer } from './serving/token-source'
import { openStoresOnServers } from './stores/open-stores-on-servers'

const prepareImport = prepareLedgerImport(machineClock, todayByMachineClock)

/** The folder of the wrapping keys, when it is not in the data folder. */
const { RING: ring } = process.env

const exitCodeOf = ({ _tag }: OpenLibraryError): ExitCode => {
  if (_tag === 'FolderInUse') return exitCode.inUse
  return _tag === 'SimulatedInProduction' ? exitCode.refused : exitCode.unavailable
}

const toOpenLibraryProblem = (error: OpenLibraryError): OpenLibraryProblem => ({
  code: exitCodeOf(error),
  message: openLibraryErrorMessage(error),
})

const policyFor = ({ handling }: OpenForCommandOptions): { readonly policy?: Policy } =>
  handling === undefined ? {} : { policy: { ...defaultPolicy, fees: { ...defaultPolicy.fees, handlingFee: handling } } }

const optionsFor = (
  logger: Logger,
  openOptions: OpenForCommandOptions,
  addresses: ServerAddresses | undefined,
): OpenLibraryOptions => ({
  make: { clock: openOptions.startOn === undefined ? 'real' : 'simulated', demo: false },
  ...(openOptions.startOn === undefined ? {} : { startOn: openOptions.startOn }),
  ...policyFor(openOptions),
  ...(ring === undefined ? {} : { ring }),
  ...(addresses === undefined ? {} : { openPrimaryStores: openStoresOnServers(addresses) }),
  inBulk: openOptions.inBulk === true,
  production: process.env['NODE_ENV'] === 'production',
  alarm: (kind) => {
    logger.error({ alarm: kind }, 'alarm')
  },
})

/** An option of the command line overrides the variable of the environment. */
const readAddresses = ({ circulation, persons, keys }: ServerAddressOptions = {}): E.Either<
  string,
  ServerAddresses | undefined
> => {
  const { CIRCULATION, PERSONS, KEYS } = process.env
  return readServerAddresses({
    CIRCULATION: circulation ?? CIRCULATION,
    PERSONS: persons ?? PERSONS,
    KEYS: keys ?? KEYS,
  })
}

const openForCommand =
  (logger: Logger) =>
  async (folder: string, openOptions: OpenForCommandOptions): Promise<E.Either<OpenLibraryProblem, RunningLibrary>> => {
    const addresses = readAddresses(openOptions.servers)
    if (E.isLeft(addresses)) return E.left({ code: exitCode.usage, message: addresses.left })
    limitHeapGrowth()
    const opened = await openRunningLibrary(folder, optionsFor(logger, openOptions, addresses.right))()
    return E.isLeft(opened) ? E.left(toOpenLibraryProblem(opened.left)) : opened
  }

/** Resolves on SIGINT or SIGTERM. Only `serve` waits for it: every other command ends when it is interrupted. */
const untilStopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve()
      })
  })

const serve =
  (logger: Logger) =>
  async (folder: string, options: ServeOptions, servers: ServerAddressOptions, output: Output): Promise<ExitCode> => {
    const addresses = readAddresses(servers)
    if (E.isLeft(addresses)) {
      output.writeProblem(addresses.left)
      return exitCode.usage
    }
    const isTrial = options.try === true
    const issuerTokens = isTrial ? E.right(undefined) : await tokensOfIssuer(process.env)
    if (E.isLeft(issuerTokens)) {
      output.writeProblem(issuerTokens.left)
      return exitCode.usage
    }
    const stopped = untilStopSignal()
    const layout = dataFolderLayout(folder)
    const isNew = !hasFolderDescription(layout)
    const portProblem = isFolderLocked(layout) ? undefined : await findListenProblem(listenAddress(options))
    if (portProblem !== undefined) {
      output.writeProblem(portProblem)
      return exitCode.refused
    }
    const opened = await openRunningLibrary(folder, {
      ...optionsFor(logger, isTrial ? { startOn: demoFirstDay } : {}, addresses.right),
      make: { clock: isTrial ? 'simulated' : 'real', demo: isTrial },
      ...(options.ring === undefined ? {} : { ring: options.ring }),
    })()
    if (E.isLeft(opened)) {
      output.writeProblem(openLibraryErrorMessage(opened.left))
      return exitCodeOf(opened.left)
    }
    const environment = process.env
    return serveLibrary(
      { library: opened.right, isNew },
      { folder, options, output, logger, environment, issuerTokens: issuerTokens.right, prepareImport, stopped },
    )
  }

/** Runs a command line. Answers the exit code. */
export const main = (argv: ReadonlyArray<string>): Promise<ExitCode> => {
  for (const stream of [process.stdout, process.stderr]) ignoreBrokenPipe(stream)
  const logger = createLogger(destination(2))
  const output = process.stderr.isTTY
    ? createProgressBarOutput(process.stdout, process.stderr)
    : createPlainOutput(process.stdout, process.stderr)
  const cli = createCli({
    openLibrary: openForCommand(logger),
    holdsLibrary: (folder, servers) =>
      containsLibrary(dataFolderLayout(folder)) ||
      pipe(
        readAddresses(servers),
        E.exists((addresses) => addresses !== undefined),
      ),
    isOwned: (folder) => isFolderLocked(dataFolderLayout(folder)),
    serve: serve(logger),
    migrate: (folder, options, output) =>
      migrateCommand(dataFolderLayout(folder, ring), readAddresses(options.servers))(options, output),
    grant: (roles, options, output) => grantCommand(readAddresses(options.servers), roles)(options, output),
    prepareImport,
    output,
    cwd: process.cwd(),
  })
  return cli(argv)
}
