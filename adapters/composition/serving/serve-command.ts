import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { makeDemoCollector, type DemoCollector } from '../../imports/demo/demo-collector'
import { demoFirstDay } from '../../imports/demo/make-demo-library'
import type { StoreServerAddressOptions } from '../../interfaces/cli/cli-command'
import type { ImportPreparationFunctions } from '../../interfaces/cli/commands/import-loans-command'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import type { CliOutput } from '../../interfaces/cli/cli-output'
import { findSocketProblem } from '../../interfaces/cli/socket/find-socket-problem'
import type { ServeOptions } from '../../interfaces/cli/parse-command-line'
import { findListenProblem } from '../../interfaces/http/find-listen-problem'
import { dataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { exampleOfPolicyFile } from '../../stores/policy-file/example-of-policy-file'
import { hasFolderDescription } from '../../stores/data-folder/folder-description'
import { isFolderLocked } from '../../stores/data-folder/lock-folder'
import { coreDumpNotice, leaveMemoryOutOfCoreDumps } from '../../system/memory/leave-memory-out-of-core-dumps'
import type { Logger } from '../../system/telemetry/logger'
import { policyPath, readStoreServerAddresses, ringFolder, ringPlaces } from '../environment-settings'
import { openCprRegister } from '../cpr-register/open-cpr-register'
import { readCprRegisterSettings } from '../cpr-register/read-cpr-register-settings'
import { outboxNotice } from '../messages/outbox-notice'
import { readMessageSettings } from '../messages/read-message-settings'
import { findNamedFolderProblem } from '../find-named-folder-problem'
import { readPolicyFile } from '../read-policy-file'
import { exitCodeOfOpenError, openLibraryOptionsFor } from '../open-for-command'
import { libraryOpeningErrorMessage } from '../library-opening-error'
import { openRunningLibrary } from '../open-running-library'
import type { OpenRunningLibraryOptions } from '../open-running-library-options'
import { findObstacleToOpening } from '../opening/find-obstacle-to-opening'
import { readEscrowSettings } from '../epochs/escrow-settings'
import type { NamedPolicyFile } from '../opening/load-policy-or-default'
import { readCameraSettings } from '../video/read-camera-settings'
import { findReasonToRefuseDemoUsers } from './find-reason-to-refuse-demo-users'
import { listenAddress, operatorListenAddress } from './listen-address'
import { makeDemoInNewFolder } from './make-demo-in-new-folder'
import { beginProcessReplacement, openLibraryAfterPreviousProcess } from './replace-process'
import { publicUrlNotice, publicUrlProblem } from './public-url'
import { readLogInSettings } from '../log-in/read-log-in-settings'
import { ringOnDataDeviceWarning } from './ring-on-data-device-warning'
import { serveLibrary } from './serve-library'
import { readTrustedProxy } from './trusted-proxy'
import { createIssuerTokenVerification, type EnvironmentVariables } from './token-verification'

/** The policy of a new demo folder, unless the command names one. */
const demoPolicyFile = (collector: DemoCollector | undefined) => ({
  path: 'the policy file of the demo library',
  text: collector?.policyText ?? exampleOfPolicyFile,
})

/** The services that are not ours. */
const readOutsideSettings = (environment: EnvironmentVariables, isTrial: boolean) =>
  pipe(
    E.Do,
    E.bind('messages', () => readMessageSettings(environment)),
    E.bind('cprFolder', () => readCprRegisterSettings(environment)),
    E.bind('livePictures', () => readCameraSettings(environment)),
    E.bind('logIn', () => readLogInSettings(environment)),
    E.bind('trustedProxies', () => (isTrial ? E.right([]) : readTrustedProxy(environment))),
  )

/** Resolves on SIGINT or SIGTERM. Only `serve` waits for it: every other command ends when it is interrupted. */
const untilStopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve()
      })
  })

/** Why the socket or a port cannot be listened on: that of the service, or that of operators. */
const findPortProblem = async (folder: string, options: ServeOptions): Promise<string | undefined> => {
  const ofSocket = findSocketProblem(folder)
  if (ofSocket !== undefined) return ofSocket
  const ofOperators = operatorListenAddress(options)
  return (
    (await findListenProblem(listenAddress(options))) ??
    (ofOperators === undefined ? undefined : findListenProblem(ofOperators))
  )
}

/** `glemsom serve`. What it refuses, it refuses before it makes a folder. */
export const serveCommand =
  (logger: Logger, prepareImport: ImportPreparationFunctions) =>
  async (
    folder: string,
    options: ServeOptions,
    servers: StoreServerAddressOptions,
    output: CliOutput,
  ): Promise<ExitCode> => {
    const memoryIsLeftOut = leaveMemoryOutOfCoreDumps()
    const isTrial = options.try === true
    const issuerTokens = isTrial ? E.right(undefined) : await createIssuerTokenVerification(process.env)
    const settings = pipe(
      E.Do,
      E.bind('addresses', () => readStoreServerAddresses(servers)),
      E.bind('issuerTokens', () => issuerTokens),
      E.bind('policyFile', () => readPolicyFile(options.policyFile ?? policyPath)),
      E.bind('escrow', () => readEscrowSettings(process.env)),
      E.bind('outside', () => readOutsideSettings(process.env, isTrial)),
      E.chainFirst(() => {
        const problem =
          publicUrlProblem(process.env) ?? findNamedFolderProblem(process.env, { ring: options.ring, data: folder })
        return problem === undefined ? E.right(undefined) : E.left(problem)
      }),
    )
    if (E.isLeft(settings)) {
      output.writeProblem(settings.left)
      return exitCode.usage
    }
    const { addresses, policyFile, escrow, outside } = settings.right
    const { messages, cprFolder, livePictures, logIn, trustedProxies } = outside
    const layout = dataFolderLayout(folder)
    const demoProblem = isTrial ? findReasonToRefuseDemoUsers(layout, addresses !== undefined) : undefined
    if (demoProblem !== undefined) {
      output.writeProblem(demoProblem)
      return exitCode.usage
    }
    const isNew = !hasFolderDescription(layout)
    const isServed = isFolderLocked(layout)
    const portProblem = isServed ? undefined : await findPortProblem(folder, options)
    if (portProblem !== undefined) {
      output.writeProblem(portProblem)
      return exitCode.refused
    }
    const hasCollector = isTrial && isNew && options.empty !== true && policyFile === undefined
    const demoCollector = hasCollector ? makeDemoCollector() : undefined
    const openOptions: OpenRunningLibraryOptions = {
      ...openLibraryOptionsFor(logger, isTrial ? { startOn: demoFirstDay } : {}, addresses, escrow),
      policyFile: policyFile ?? (isTrial && isNew ? demoPolicyFile(demoCollector) : undefined),
      make: { clock: isTrial ? 'simulated' : 'real', demo: isTrial },
      ...(options.ring === undefined ? {} : { ring: options.ring }),
      takeRing: options.takeRing === true,
      renderMessage: messages.renderMessage,
      digitalPostSender: messages.digitalPostSender,
      cprRegister: cprFolder === undefined ? undefined : openCprRegister(cprFolder, logger),
      messageSenders: messages.senders,
      livePictures,
    }
    const stopped = untilStopSignal()
    const replaces = isServed && options.replace === true
    const obstacle = replaces ? await findObstacleToOpening(folder, openOptions) : undefined
    if (obstacle !== undefined) {
      output.writeProblem(libraryOpeningErrorMessage(obstacle))
      return exitCodeOfOpenError(obstacle)
    }
    const replacement = replaces ? await beginProcessReplacement(folder, options, output) : E.right(undefined)
    if (E.isLeft(replacement)) return replacement.left
    const openPorts = replacement.right
    const open = openRunningLibrary(folder, openOptions)
    const opened =
      openPorts === undefined ? await open() : await openLibraryAfterPreviousProcess(open, openPorts, stopped)
    const openWith = (namedFile: NamedPolicyFile) =>
      openRunningLibrary(folder, { ...openOptions, policyFile: namedFile })
    const prepared =
      E.isRight(opened) && isTrial && isNew && options.empty !== true
        ? await makeDemoInNewFolder(opened.right, { folder, output, demoCollector, openWith })
        : opened
    if (E.isLeft(prepared)) {
      output.writeProblem(libraryOpeningErrorMessage(prepared.left))
      return exitCodeOfOpenError(prepared.left)
    }
    const isInModule = ringPlaces.module !== undefined
    const notice =
      isTrial || isInModule ? undefined : ringOnDataDeviceWarning(folder, options.ring ?? ringFolder ?? layout.ring)
    if (notice !== undefined) output.writeNotice(notice)
    if (!memoryIsLeftOut) output.writeNotice(coreDumpNotice)
    for (const unsent of [outboxNotice(process.env, messages), publicUrlNotice(process.env)])
      if (unsent !== undefined) output.writeNotice(unsent)
    const environment = process.env
    return serveLibrary(
      { library: prepared.right, isNew },
      {
        folder,
        options,
        output,
        logger,
        environment,
        issuerTokens: settings.right.issuerTokens,
        logIn: isTrial ? undefined : logIn,
        trustedProxies,
        messageSenders: messages.senders,
        prepareImport,
        stopped,
        openPorts,
      },
    )
  }
