import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { Roles } from '../../stores/postgres/grant'
import type { System } from '../../processes/running/system'
import type { Asked, CannotOpen, Command, Elsewhere, Opening } from './command'
import type { ReadLedger } from './commands/import-loans'
import { exitCode, type ExitCode } from './exit-code'
import type { Out } from './out'
import { parse, type ServeAsked } from './program'
import { forwardToOwner } from './socket/forward'
import type { RunHere } from './socket/listen'

/** What the command line is put together from. */
export interface CliDeps {
  /** Opens a data folder, or makes one, and owns it until the system is closed. */
  readonly openSystem: (folder: string, opening: Opening) => Promise<E.Either<CannotOpen, System>>
  /** Whether a library stands in the folder. */
  readonly holdsLibrary: (folder: string, elsewhere: Elsewhere) => boolean
  /** Whether some process owns the folder. */
  readonly isOwned: (folder: string) => boolean
  /** Serves until it is told to stop. */
  readonly serve: (folder: string, asked: ServeAsked, elsewhere: Elsewhere, out: Out) => Promise<ExitCode>
  /** Copies what is in the folder to servers. */
  readonly migrate: (folder: string, asked: Asked, out: Out) => Promise<ExitCode>
  /** Gives two roles of the servers their rights. */
  readonly grant: (roles: Roles, asked: Asked, out: Out) => Promise<ExitCode>
  readonly readLedger: ReadLedger
  readonly out: Out
  readonly cwd: string
}

/** Runs command lines. */
export type Cli = (argv: ReadonlyArray<string>) => Promise<ExitCode>

const folderOf = ({ data, cwd }: Asked): string => path.resolve(cwd, data)

/** Most commands make no folder: a slip of the pen in its name must not answer with an empty library. */
const noLibrary = (folder: string): CannotOpen => ({
  code: exitCode.usage,
  words: `There is no library in ${folder}. \`glemsom serve\` or \`glemsom import loans\` makes one.`,
})

/** Runs a command in this process, which owns the folder for as long as the command takes. */
const runHere = async (deps: CliDeps, asked: Asked, command: Command): Promise<ExitCode> => {
  const folder = folderOf(asked)
  const { elsewhere } = asked
  const opened: System[] = []
  const open = async (opening: Opening) => {
    if (opening.startOn === undefined && !deps.holdsLibrary(folder, elsewhere)) return E.left(noLibrary(folder))
    const system = await deps.openSystem(folder, { ...opening, elsewhere })
    if (E.isRight(system)) opened.push(system.right)
    return system
  }
  try {
    return await command(open, deps.out)
  } finally {
    for (const system of opened) await system.close()
  }
}

/**
 * The command line `glemsom`. A command runs in this process, or, where another one owns the data folder, in that one.
 * Answers the exit code.
 */
export const createCli =
  (deps: CliDeps): Cli =>
  (argv) => {
    const parsed = parse(deps.readLedger)(argv, deps.cwd, deps.out)
    if (parsed._tag === 'Over') return Promise.resolve(parsed.code)
    const folder = folderOf(parsed.asked)
    if (parsed._tag === 'Serve') return deps.serve(folder, parsed.serve, parsed.asked.elsewhere, deps.out)
    if (parsed._tag === 'Migrate') return deps.migrate(folder, parsed.asked, deps.out)
    if (parsed._tag === 'Grant') return deps.grant(parsed.roles, parsed.asked, deps.out)
    return deps.isOwned(folder)
      ? forwardToOwner(folder)({ argv: [...argv], cwd: deps.cwd }, deps.out)
      : runHere(deps, parsed.asked, parsed.command)
  }

/** Runs the command lines that clients send to the process that serves a folder. */
export const runForClients =
  (readLedger: ReadLedger, system: System): RunHere =>
  (request, out) => {
    const parsed = parse(readLedger)(request.argv, request.cwd, out)
    switch (parsed._tag) {
      case 'Over':
        return Promise.resolve(parsed.code)
      case 'Serve':
        out.problem('The library is served already.')
        return Promise.resolve(exitCode.inUse)
      case 'Migrate':
        out.problem('The library is served. Stop it first: what is copied must stand still.')
        return Promise.resolve(exitCode.inUse)
      case 'Grant':
        out.problem('Rights are given by the owner of the databases, not by the process that serves.')
        return Promise.resolve(exitCode.refused)
      case 'Command':
        return parsed.command(() => Promise.resolve({ _tag: 'Right', right: system }), out)
    }
  }
