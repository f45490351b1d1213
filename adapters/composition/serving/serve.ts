import * as E from 'fp-ts/Either'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import { runForClients } from '../../interfaces/cli/create-cli'
import type { ReadLedger } from '../../interfaces/cli/commands/import-loans'
import type { Out } from '../../interfaces/cli/out'
import type { ServeAsked } from '../../interfaces/cli/program'
import { listenOnSocket } from '../../interfaces/cli/socket/listen'
import { demoDays, makeDemo } from '../../imports/demo/make-demo'
import { whatToLookAt, type Demo } from '../../imports/demo/what-to-look-at'
import { createHttp } from '../../interfaces/http/create-http'
import { listen } from '../../interfaces/http/listen'
import { againAndAgain, type Going } from '../../system/concurrency/again-and-again'
import type { System } from '../../processes/running/system'
import type { Log } from '../../system/telemetry/log'
import { safeError } from '../../system/telemetry/safe-error'
import { createProcessMetrics } from '../../system/telemetry/metrics'
import { withDemoTokens } from './demo-tokens-page'
import { placeOf } from '../place-of'
import { demoTokens, issuedTokens, type Environment, type TokensInUse } from './tokens-from'
import { welcome } from './welcome'

/** A folder opened for serving. */
export interface Opened {
  readonly system: System
  readonly isNew: boolean
}

/** What serving needs besides a system. */
export interface ServeNeeds {
  readonly folder: string
  readonly asked: ServeAsked
  readonly out: Out
  readonly log: Log
  readonly environment: Environment
  readonly readLedger: ReadLedger
  /** Resolves when the process is told to stop. */
  readonly stopped: Promise<void>
}

/** Ms between looks for days to close and scopes to erase: what ends at once is gone within a minute. */
const betweenRuns = 20_000

/** The demo library of a folder, made when the folder is; undefined where there is none. */
const demoIn = async ({ system, isNew }: Opened, { asked, out }: ServeNeeds): Promise<Demo | undefined> => {
  if (asked.try !== true) return undefined
  if (isNew && asked.empty !== true) {
    await makeDemo(system, (done) => {
      out.progress({ what: 'Days of the demo library', done, total: demoDays })
    })
    out.endProgress()
  }
  return whatToLookAt(system)
}

const tokensFor = ({ system }: Opened, needs: ServeNeeds, demo: Demo | undefined) =>
  needs.asked.try === true
    ? demoTokens(
        needs.environment,
        { clock: system.clock.kind, demo: system.isDemo },
        demo?.borrower === undefined ? [] : [{ role: 'borrower', subject: demo.borrower }],
      )
    : issuedTokens(needs.environment)

/** Runs the worker for as long as the library is served, and says aloud what it could not do. */
const keepingUp = ({ retention }: System, log: Log): Going =>
  againAndAgain(
    async () => {
      const { failed } = await retention.run()
      if (failed.length > 0) log.error({ failed }, 'retention: something due could not be erased')
    },
    betweenRuns,
    (error) => {
      log.error({ failed: [safeError(error).name] }, 'retention: the worker ended before it was done')
    },
  )

const work = async (
  { system }: Opened,
  needs: ServeNeeds,
  { tokens, demo }: TokensInUse,
  made: Demo | undefined,
): Promise<void> => {
  const { folder, asked, out, log, readLedger } = needs
  const mode = needs.environment['NODE_ENV'] === 'production' ? 'production' : 'trial'
  const app = createHttp({ system, tokens, log, metrics: createProcessMetrics(), mode })
  const http = await listen(withDemoTokens(app, demo), placeOf(asked))
  const socket = await listenOnSocket(folder, runForClients(readLedger, system))
  const keeping = keepingUp(system, log)
  out.line(welcome(http.url, demo, made))
  await needs.stopped
  out.line('Stopping: requests that run are finished first.')
  await http.close()
  await socket.close()
  await keeping.stop()
}

/** Serves an opened system until the process is told to stop, and closes it. */
export const serveSystem = async (opened: Opened, needs: ServeNeeds): Promise<ExitCode> => {
  try {
    const made = await demoIn(opened, needs)
    const tokens = await tokensFor(opened, needs, made)
    if (E.isLeft(tokens)) {
      needs.out.problem(tokens.left)
      return exitCode.usage
    }
    await work(opened, needs, tokens.right, made)
    return exitCode.done
  } finally {
    await opened.system.close()
  }
}
