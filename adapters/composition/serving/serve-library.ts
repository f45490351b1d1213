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
import { repeatUntilStopped, type RepeatedJob } from '../../system/concurrency/repeat-until-stopped'
import { createFailingSystemPartRegistry } from '../../processes/failures/failing-system-part-registry'
import { reportPartFailuresByAlarm } from '../../processes/failures/report-part-failures-by-alarm'
import {
  issuerKeysCheckInterval,
  reportFailingIssuerKeys,
} from '../../interfaces/http/tokens/report-failing-issuer-keys'
import { isStoreError } from '../../stores/throwable-store-error'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import type { MessageSenders } from '../../processes/messages/message-sending-ports'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { Logger } from '../../system/telemetry/logger'
import { toLoggableError } from '../../system/telemetry/loggable-error'
import { createProcessMetrics } from '../../system/telemetry/metrics'
import { writeAlarmsToProcessLog } from '../write-alarms-to-process-log'
import type { LogInSettings } from '../../interfaces/site/page/site-dependencies'
import { createSite } from './create-site'
import { addDemoTokensPage } from './demo-tokens-page'
import { refuseRequestsAndClosePorts } from './replace-process'
import { demoUsersOfBorrowers, prepareDemo } from './prepare-demo'
import { publicUrlOf } from './public-url'
import { listenOnServicePorts, type ListeningPorts } from './listening-ports'
import { createDemoTokenVerification, type EnvironmentVariables, type TokenVerification } from './token-verification'
import { startPeriodicTask } from './start-periodic-task'
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

/** Ms between runs of the retention service, so that data whose period is over immediately is erased within a minute. */
const retentionRunInterval = 20_000

/** Ms between runs of the sending of messages: whoever waits for a copy is told within the minute. */
const messageSendingInterval = 5000

/** Ms between looks for deliveries of the CPR register, and for registrations to complete. */
const cprRegisterInterval = 60_000

/** Ms between looks for started payments. They are kept for days, so a service that is down is asked often enough. */
const paymentInterval = 10 * 60_000

/** The tokens of the issuer, or else those of demo users: the latter need the library. */
const createTokenVerification = (
  { library }: LibraryToServe,
  { issuerTokens, environment }: ServeDependencies,
  demo: DemoExamples | undefined,
) =>
  issuerTokens === undefined
    ? createDemoTokenVerification(environment, library.isDemo, demo === undefined ? [] : demoUsersOfBorrowers(demo))
    : Promise.resolve(E.right(issuerTokens))

/** Runs the retention service periodically. Logs its failures when they begin and when they change. */
const startRetentionRuns = ({ retention }: RunningLibrary, logger: Logger): RepeatedJob => {
  let logged = ''
  return repeatUntilStopped(
    async () => {
      const { failed } = await retention.run()
      const found = failed.join('; ')
      if (failed.length > 0 && found !== logged)
        logger.error({ failed }, 'retention: some data that is due could not be erased')
      logged = found
    },
    retentionRunInterval,
    (error) => {
      const found = isStoreError(error) ? error.reason : toLoggableError(error).name
      if (found !== logged) logger.error({ failed: [found] }, 'retention: the run ended with an error')
      logged = found
    },
  )
}

/** Starts what one process of the library at a time does again and again. */
const startPeriodicTasks = (
  { messages, cprRegister, payments }: RunningLibrary,
  dependencies: Pick<ServeDependencies, 'messageSenders' | 'logger'>,
): ReadonlyArray<RepeatedJob> =>
  [
    {
      ...{ name: 'messages', interval: messageSendingInterval },
      run: (isStopping: () => boolean) => messages.sendPending(dependencies.messageSenders, isStopping),
    },
    { name: 'CPR register', interval: cprRegisterInterval, run: cprRegister.run },
    { name: 'payments', interval: paymentInterval, run: payments.confirmStarted },
  ].map((task) => startPeriodicTask(task, dependencies))

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
  { tokenVerifier: tokenVerification, demoTokens }: TokenVerification,
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
  ports.answerWith(addDemoTokensPage(app, demoTokens), createOperatorApp(settings))
  const { endServing, replaced } = createReplacement()
  const socket = await listenOnCommandSocket(
    folder,
    createReceivedCommandLineRunner(prepareImport, library, endServing),
  )
  const retentionRuns = startRetentionRuns(library, logger)
  const periodicTasks = startPeriodicTasks(library, dependencies)
  const keyChecks = repeatUntilStopped(tokenVerifier.checkKeys, issuerKeysCheckInterval, () => undefined)
  output.writeLine(startupMessage(ports.url, demoTokens, demoLibrary))
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
    const tokenVerification = await createTokenVerification(opened, dependencies, demoLibrary)
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
