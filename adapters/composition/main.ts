import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { destination } from 'pino'
import { defaultPolicy, type Policy } from '../../domain/policy/policy'
import type { CannotOpen, Elsewhere, Opening } from '../interfaces/cli/command'
import { createCli } from '../interfaces/cli/create-cli'
import { exitCode, type ExitCode } from '../interfaces/cli/exit-code'
import type { Out } from '../interfaces/cli/out'
import type { ServeAsked } from '../interfaces/cli/program'
import { terminalOut } from '../interfaces/cli/terminal/bar'
import { untilNobodyReads } from '../interfaces/cli/terminal/nobody-reads'
import { plainOut } from '../interfaces/cli/terminal/plain'
import { machineClock } from '../system/clock/machine-clock'
import { machineDay } from '../system/clock/machine-day'
import { demoOpensOn } from '../imports/demo/make-demo'
import { isMade } from '../stores/data-folder/description'
import { holdsLibrary } from '../stores/data-folder/holds-library'
import { layoutOf } from '../stores/data-folder/layout'
import { isOwned } from '../stores/data-folder/own'
import { cannotListen } from '../interfaces/http/can-listen'
import { askForLedger } from '../imports/ledger/asked'
import type { System } from '../processes/running/system'
import { createLog, type Log } from '../system/telemetry/log'
import { openErrorInWords, openSystem, type OpenError, type OpenOptions } from './open-system'
import { grantCommand } from './granting/grant-command'
import { migrateCommand } from './migrating/migrate-command'
import { placeOf } from './place-of'
import { placesIn, type Places } from './truth/places'
import { serveSystem } from './serving/serve'
import { truthElsewhere } from './truth/truth-elsewhere'

const readLedger = askForLedger(machineClock, machineDay)

/** Where the wrapping keys lie, when they are not in the data folder. */
const { RING: ring } = process.env

const codeOf = ({ _tag }: OpenError): ExitCode => {
  if (_tag === 'FolderInUse') return exitCode.inUse
  return _tag === 'SimulatedInProduction' ? exitCode.refused : exitCode.unavailable
}

const cannotOpen = (error: OpenError): CannotOpen => ({ code: codeOf(error), words: openErrorInWords(error) })

const withHandling = ({ handling }: Opening): { readonly policy?: Policy } =>
  handling === undefined ? {} : { policy: { ...defaultPolicy, fees: { ...defaultPolicy.fees, handling } } }

const optionsFor = (log: Log, opening: Opening, places: Places | undefined): OpenOptions => ({
  make: { clock: opening.startOn === undefined ? 'real' : 'simulated', demo: false },
  ...(opening.startOn === undefined ? {} : { startOn: opening.startOn }),
  ...withHandling(opening),
  ...(ring === undefined ? {} : { ring }),
  ...(places === undefined ? {} : { truth: truthElsewhere(places) }),
  inBulk: opening.inBulk === true,
  production: process.env['NODE_ENV'] === 'production',
  alarm: (kind) => {
    log.error({ alarm: kind }, 'alarm')
  },
})

/** What a command line says goes before what the environment says. */
const placesFor = ({ circulation, persons, keys }: Elsewhere = {}): E.Either<string, Places | undefined> => {
  const { CIRCULATION, PERSONS, KEYS } = process.env
  return placesIn({ CIRCULATION: circulation ?? CIRCULATION, PERSONS: persons ?? PERSONS, KEYS: keys ?? KEYS })
}

const openFor =
  (log: Log) =>
  async (folder: string, opening: Opening): Promise<E.Either<CannotOpen, System>> => {
    const places = placesFor(opening.elsewhere)
    if (E.isLeft(places)) return E.left({ code: exitCode.usage, words: places.left })
    const opened = await openSystem(folder, optionsFor(log, opening, places.right))()
    return E.isLeft(opened) ? E.left(cannotOpen(opened.left)) : opened
  }

/** Only serving ends in its own time: every other command ends when it is interrupted. */
const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve()
      })
  })

const serve =
  (log: Log) =>
  async (folder: string, asked: ServeAsked, elsewhere: Elsewhere, out: Out): Promise<ExitCode> => {
    const places = placesFor(elsewhere)
    if (E.isLeft(places)) {
      out.problem(places.left)
      return exitCode.usage
    }
    const stopped = toldToStop()
    const layout = layoutOf(folder)
    const isNew = !isMade(layout)
    const taken = isOwned(layout) ? undefined : await cannotListen(placeOf(asked))
    if (taken !== undefined) {
      out.problem(taken)
      return exitCode.refused
    }
    const isTry = asked.try === true
    const opened = await openSystem(folder, {
      ...optionsFor(log, isTry ? { startOn: demoOpensOn } : {}, places.right),
      make: { clock: isTry ? 'simulated' : 'real', demo: isTry },
      ...(asked.ring === undefined ? {} : { ring: asked.ring }),
    })()
    if (E.isLeft(opened)) {
      out.problem(openErrorInWords(opened.left))
      return codeOf(opened.left)
    }
    const needs = { folder, asked, out, log, environment: process.env, readLedger, stopped }
    return serveSystem({ system: opened.right, isNew }, needs)
  }

/** Runs a command line; answers the exit code. */
export const main = (argv: ReadonlyArray<string>): Promise<ExitCode> => {
  for (const stream of [process.stdout, process.stderr]) untilNobodyReads(stream)
  const log = createLog(destination(2))
  const out = process.stderr.isTTY
    ? terminalOut(process.stdout, process.stderr)
    : plainOut(process.stdout, process.stderr)
  const cli = createCli({
    openSystem: openFor(log),
    holdsLibrary: (folder, elsewhere) =>
      holdsLibrary(layoutOf(folder)) ||
      pipe(
        placesFor(elsewhere),
        E.exists((places) => places !== undefined),
      ),
    isOwned: (folder) => isOwned(layoutOf(folder)),
    serve: serve(log),
    migrate: (folder, asked, toWhom) =>
      migrateCommand(layoutOf(folder, ring), placesFor(asked.elsewhere))(asked, toWhom),
    grant: (roles, asked, toWhom) => grantCommand(placesFor(asked.elsewhere), roles)(asked, toWhom),
    readLedger,
    out,
    cwd: process.cwd(),
  })
  return cli(argv)
}
