import { Command as Program, CommanderError } from 'commander'
import type { Day } from '../../../domain/values/day'
import type { LogName, StreamName } from '../../../domain/event/stream'
import type { Roles } from '../../stores/postgres/grant'
import { aDay, aLog, aNumber, aStream, daysOrADay } from './arguments'
import type { Asked, Command, Elsewhere } from './command'
import { clockForward, type Forward } from './commands/clock-forward'
import type { ReadLedger } from './commands/import-loans'
import { keysStatus } from './commands/keys-status'
import { projectionsRebuild } from './commands/rebuild'
import { retentionRun, retentionStatus } from './commands/retention'
import { show } from './commands/show'
import { exitCode, type ExitCode } from './exit-code'
import { importProgram } from './import-program'
import type { Out } from './out'
import { version } from './version'

/** How the library is served. */
export interface ServeAsked {
  readonly port?: number
  readonly host?: string
  readonly ring?: string
  /** Offer a demo library in an empty folder, and say what to try. */
  readonly try?: boolean
  /** With `try`: leave the demo library out. */
  readonly empty?: boolean
}

/** What a command line asks for. */
export type Parsed =
  | { readonly _tag: 'Serve'; readonly asked: Asked; readonly serve: ServeAsked }
  /** Needs the folder to itself, and what it holds as it stands. */
  | { readonly _tag: 'Migrate'; readonly asked: Asked }
  /** Needs no folder: it is about servers. */
  | { readonly _tag: 'Grant'; readonly asked: Asked; readonly roles: Roles }
  | { readonly _tag: 'Command'; readonly asked: Asked; readonly command: Command }
  /** Nothing is to be done: help was asked for, or the usage is wrong. */
  | { readonly _tag: 'Over'; readonly code: ExitCode }

const exitCodes = `
Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 unavailable, 4 data folder in use.
While "glemsom serve" runs, it carries out the other commands for its data folder.`

interface Global extends Elsewhere {
  readonly data: string
  readonly json?: true
}

const newProgram = (out: Out): Program =>
  new Program('glemsom')
    .description('A circulation core for libraries: event-sourced, and able to forget.')
    .version(version(), '--version', 'say which version this is')
    .option('--data <folder>', 'the data folder', '.glemsom')
    .option('--json', 'answer with JSON, for machines')
    .option('--circulation <address>', 'where the log of things is, if not in the folder (or CIRCULATION)')
    .option('--persons <address>', 'where the log of people is, if not in the folder (or PERSONS)')
    .option('--keys <address>', 'where the keys are, if not in the folder (or KEYS)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => out.line(text.trimEnd()),
      writeErr: (text) => out.problem(text.trimEnd()),
    })
    .addHelpText('after', exitCodes)

type Ask = (make: (asked: Asked) => Command) => void

const commands = (program: Program, ask: Ask): void => {
  const retention = program.command('retention').description('forget what is due')
  retention
    .command('run')
    .description('close the days that are over, and erase everything that is due')
    .option(
      '--confirm-date <day>',
      "today's date, when days were missed and nothing may be erased until it is sure",
      aDay,
    )
    .action((options: { readonly confirmDate?: Day }) => ask((asked) => retentionRun(asked, options.confirmDate)))
  retention
    .command('status')
    .description('say what is due, and what stands in its way')
    .action(() => ask(retentionStatus))
  program
    .command('projections')
    .description('what is read from the logs')
    .command('rebuild')
    .description('throw the read models away, and fold the logs anew')
    .action(() => ask(projectionsRebuild))
  program
    .command('keys')
    .description('what seals and forgets')
    .command('status')
    .description('count the keys')
    .action(() => ask(keysStatus))
  program
    .command('clock')
    .description("the library's clock, where it is simulated")
    .command('forward')
    .description('move it on; each day that passes is closed')
    .argument('<days or day>', 'so many days, or to a day', daysOrADay)
    .action((forward: Forward) => ask((asked) => clockForward(asked, forward)))
  program
    .command('show')
    .description('show a stream: as stored, as staff see it, and as it will read once forgotten')
    .argument('<stream>', 'such as copy-3274626533', aStream)
    .option('--log <log>', 'circulation or persons, for a stream that both may have', aLog)
    .action((stream: StreamName, options: { readonly log?: LogName }) =>
      ask((asked) => show(asked, stream, options.log)),
    )
}

/** Reads a command line. What is wrong with it is told to `out`. */
export const parse =
  (read: ReadLedger) =>
  (argv: ReadonlyArray<string>, cwd: string, out: Out): Parsed => {
    const program = newProgram(out)
    let parsed: Parsed | undefined
    const asked = (): Asked => {
      const { data, json, ...elsewhere } = program.opts<Global>()
      return { data, json: json === true, elsewhere, cwd }
    }
    const ask: Ask = (make) => {
      const given = asked()
      parsed = { _tag: 'Command', asked: given, command: make(given) }
    }
    program
      .command('serve')
      .description('serve the library over HTTP, and take commands from this machine')
      .option('--port <number>', 'the port to listen on', aNumber)
      .option('--host <name>', 'the name or address to listen on')
      .option('--ring <folder>', 'where the wrapping keys lie: another device in production')
      .option('--try', 'let demo users in, put a demo library in an empty folder, and say what to try')
      .option('--empty', 'with --try: leave the demo library out')
      .action((serve: ServeAsked) => {
        parsed = { _tag: 'Serve', asked: asked(), serve }
      })
    program
      .command('migrate')
      .description('copy logs and keys from the folder to the servers that are named, and prove that nothing changed')
      .action(() => {
        parsed = { _tag: 'Migrate', asked: asked() }
      })
    program
      .command('grant')
      .description('as the owner of the PostgreSQL databases that are named: give two roles their rights')
      .requiredOption('--service <role>', 'the role that the service uses')
      .requiredOption('--auditor <role>', 'the role that reads logs, and nothing else')
      .action((roles: Roles) => {
        parsed = { _tag: 'Grant', asked: asked(), roles }
      })
    importProgram(program, read, ask)
    commands(program, ask)
    try {
      program.parse([...argv], { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      return { _tag: 'Over', code: error.exitCode === 0 ? exitCode.done : exitCode.usage }
    }
    return parsed ?? { _tag: 'Over', code: exitCode.usage }
  }
