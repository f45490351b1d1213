import * as E from 'fp-ts/Either'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import { createReceivedCommandLineRunner } from '../../interfaces/cli/create-cli'
import type { ImportPreparationFunctions } from '../../interfaces/cli/commands/import-loans-command'
import type { CliOutput } from '../../interfaces/cli/cli-output'
import type { ServeOptions } from '../../interfaces/cli/parse-command-line'
import { listenOnCommandSocket } from '../../interfaces/cli/socket/listen-on-command-socket'
import type { DemoExamples } from '../../imports/demo/demo-examples'
import { withExamplesRecreatedOnClockMoves } from '../../imports/demo/with-examples-recreated-on-clock-moves'
import { createHttpApp } from '../../interfaces/http/create-http-app'
import { createOperatorApp } from '../../interfaces/http/create-operator-app'
import { repeatUntilStopped } from '../../system/concurrency/repeat-until-stopped'
import { createFailingSystemPartRegistry } from '../../processes/failures/failing-system-part-registry'
import { reportPartFailuresByAlarm } from '../../processes/failures/report-part-failures-by-alarm'
import {
  issuerKeysCheckInterval,
  reportFailingIssuerKeys,
} from '../../interfaces/http/tokens/report-failing-issuer-keys'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import type { MessageSenders } from '../../processes/messages/message-sending-ports'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { Logger } from '../../system/telemetry/logger'
import { createProcessMetrics } from '../../system/telemetry/metrics'
import { writeAlarmsToProcessLog } from '../write-alarms-to-process-log'
import type { LogInSettings } from '../../interfaces/site/page/site-dependencies'
import { createSite } from './create-site'
import { addDemoTokensPage } from './demo-tokens-page'
import { findDemoTokens } from './find-demo-tokens'
import { refuseRequestsAndClosePorts } from './replace-process'
import { prepareDemo } from './prepare-demo'
import { publicUrlOf } from './public-url'
import { listenOnServicePorts, type ListeningPorts } from './listening-ports'
import { createDemoTokenVerification, type EnvironmentVariables, type TokenVerification } from './token-verification'
import { startPeriodicTasks, startRetentionRuns } from './periodic-tasks-of-library'
import { startupMessage } from './startup-message'

/** A library opened for serving. `isNew`: its folder was made now. */
interface LibraryToServe {
  readonly library: RunningLibrary
  readonly isNew: boolean
}

/** What serving needs besides the library. */
interface ServeDependencies {
  readonly folder: string
  readonly options: ServeOptions
  readonly output: CliOutput
  readonly logger: Logger
  readonly environment: EnvironmentVariables
  /** The tokens of the issuer that the environment names; undefined with `--try`. */
  readonly issuerTokens: TokenVerification | undefined
  /** How people log in on the pages; undefined with `--try`. */
  readonly logIn: LogInSettings | undefined
  readonly trustedProxies: ReadonlyArray<string>
  /** A channel without a sender goes to the outbox folder. */
  readonly messageSenders: Partial<MessageSenders>
  readonly prepareImport: ImportPreparationFunctions
  /** Resolves when the process receives a stop signal. */
  readonly stopped: Promise<void>
  /** The ports that are open already, because this process replaces another one. */
  readonly openPorts: ListeningPorts | undefined
}

/** The tokens of the issuer, or else those of demo users: the latter need the library. */
const createTokenVerification = ({ library }: LibraryToServe, { issuerTokens, environment }: ServeDependencies) =>
  issuerTokens === undefined
    ? createDemoTokenVerification(environment, library.isDemo)
    : Promise.resolve(E.right(issuerTokens))

/** What another process calls to take the place of this one, and when it did. */
const createReplacement = () => {
  let isReplaced = false
  let resolveReplaced: () => void = () => undefined
  const replaced = new Promise<void>((resolve) => {
    resolveReplaced = resolve
  })
  return {
    endServing: (): boolean => {
      const isFirst = !isReplaced
      isReplaced = true
      resolveReplaced()
      return isFirst
    },
    replaced: replaced.then(() => 'Another process takes over: running requests are finished first.'),
  }
}

const serveUntilStopped = async (
  toServe: LibraryToServe,
  dependencies: ServeDependencies,
  { tokenVerifier: tokenVerification, makeDemoTokens }: TokenVerification,
  demoLibrary: DemoExamples | undefined,
): Promise<void> => {
  const { folder, options, output, logger, prepareImport } = dependencies
  const library = withExamplesRecreatedOnClockMoves(toServe.library)
  const mode = dependencies.environment['NODE_ENV'] === 'production' ? 'production' : 'trial'
  // The process that is replaced has checked the files, and requests wait already.
  const filesChecked = library.startFileChecks()
  if (dependencies.openPorts === undefined) await Promise.race([filesChecked, dependencies.stopped])
  const issuerParts = createFailingSystemPartRegistry(
    () => new Date(),
    reportPartFailuresByAlarm(writeAlarmsToProcessLog(logger)),
  )
  const tokenVerifier = reportFailingIssuerKeys(tokenVerification, issuerParts, machineMonotonicClock)
  const ports = dependencies.openPorts ?? (await listenOnServicePorts(options))
  const publicUrl = publicUrlOf(dependencies.environment) ?? ports.url
  const { trustedProxies } = dependencies
  const served = { library, tokenVerifier, issuerParts, publicUrl, trustedProxies }
  const settings = { ...served, logger, metrics: createProcessMetrics(), mode } as const
  const site = await createSite(settings, dependencies.logIn, demoLibrary)
  const app = createHttpApp({ ...settings, site })
  const findTokens =
    makeDemoTokens === undefined ? undefined : () => findDemoTokens(makeDemoTokens, library, demoLibrary)
  ports.answerWith(findTokens === undefined ? app : addDemoTokensPage(app, findTokens), createOperatorApp(settings))
  const { endServing, replaced } = createReplacement()
  const socket = await listenOnCommandSocket(
    folder,
    createReceivedCommandLineRunner(prepareImport, library, endServing),
  )
  const retentionRuns = startRetentionRuns(library, logger)
  const periodicTasks = startPeriodicTasks(library, dependencies)
  const keyChecks = repeatUntilStopped(tokenVerifier.checkKeys, issuerKeysCheckInterval, () => undefined)
  output.writeLine(startupMessage(ports.url, (await findTokens?.()) ?? [], demoLibrary))
  const stopped = dependencies.stopped.then(() => 'Stopping: running requests are finished first.')
  output.writeLine(await Promise.race([stopped, replaced]))
  await ports.close()
  await socket.close()
  await retentionRuns.stop()
  for (const task of periodicTasks) await task.stop()
  await keyChecks.stop()
}

/** Serves an opened library until the stop signal, then closes it. */
export const serveLibrary = async (opened: LibraryToServe, dependencies: ServeDependencies): Promise<ExitCode> => {
  try {
    const demoLibrary = await prepareDemo(opened, dependencies)
    const tokenVerification = await createTokenVerification(opened, dependencies)
    if (E.isLeft(tokenVerification)) {
      dependencies.output.writeProblem(tokenVerification.left)
      if (dependencies.openPorts !== undefined) await refuseRequestsAndClosePorts(dependencies.openPorts)
      return exitCode.usage
    }
    await serveUntilStopped(opened, dependencies, tokenVerification.right, demoLibrary)
    return exitCode.done
  } finally {
    await opened.library.close()
  }
}
