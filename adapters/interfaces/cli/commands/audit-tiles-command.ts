import path from 'node:path'
import * as E from 'fp-ts/Either'
import { logNames, type LogName } from '../../../../domain/event/stream'
import type { TransparencyOperations } from '../../../processes/running-library/transparency-operations'
import type { TileFolderError, WrittenTiles } from '../../../processes/transparency/write-tiles'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { commandOnLibrary } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'
import { reportHeadError } from '../report-head-error'

/** Which log to write (default: both), and whether its entries too. */
export interface AuditTilesOptions {
  readonly log?: LogName
  readonly entries?: boolean
}

const reportError = (output: CliOutput, error: TileFolderError): ExitCode => {
  switch (error._tag) {
    case 'FolderHasOtherTree':
      output.writeProblem(
        `Nothing is written: the folder ${error.folder} has the tree of another log, or one that this log does not begin with. Keep it if somebody has changed the log, and name another folder.`,
      )
      return exitCode.refused
    case 'TileFolderIsUnusable':
      output.writeProblem(`The folder ${error.folder} cannot be written (${error.code}).`)
      return exitCode.unavailable
    case 'LogDiffersFromHead':
    case 'StoreUnavailable':
      return reportHeadError(
        output,
        { refused: 'Nothing is published', unavailable: 'The tree could not be read' },
        error,
      )
  }
}

const describe = (log: LogName, folder: string, written: WrittenTiles | undefined): string =>
  written === undefined
    ? `${log}: there is no head yet, so nothing is written.`
    : `${log}: ${folder} has the head of ${String(written.size)} events; ${String(written.files)} new files.`

const writeLog = async (
  transparency: TransparencyOperations | undefined,
  output: CliOutput,
  request: { readonly log: LogName; readonly folder: string; readonly withEntries: boolean },
): Promise<E.Either<TileFolderError, WrittenTiles | undefined>> => {
  if (transparency === undefined) return E.right(undefined)
  const report = (done: number, total: number): void =>
    output.showProgress({ what: `Files of ${request.log}`, done, total })
  const written = await transparency.writeTiles({ ...request, report })()
  output.endProgress()
  return written
}

/**
 * Writes the newest head and the tree of each log as files that any server can serve, those of a log into a folder of its
 * name. Without entries, it writes what anybody may read.
 */
export const auditTilesCommand = (
  { json, cwd }: CommandLineOptions,
  to: string,
  { log: only, entries = false }: AuditTilesOptions,
): CliCommand =>
  commandOnLibrary(async ({ transparency }, output) => {
    for (const log of only === undefined ? logNames : [only]) {
      const folder = path.join(path.resolve(cwd, to), log)
      const written = await writeLog(transparency, output, { log, folder, withEntries: entries })
      if (E.isLeft(written)) return reportError(output, written.left)
      const { size = null, files = 0 } = written.right ?? {}
      output.writeLine(json ? JSON.stringify({ log, folder, size, files }) : describe(log, folder, written.right))
    }
    return exitCode.done
  })
