import path from 'node:path'
import type { CliCommand, CommandLineOptions } from '../cli-command'
import { commandOnLibrary, exitCodeForError, describeStoreError } from '../command-on-library'
import { exitCode } from '../exit-code'

/** Writes a signed list of every scope and every sealed part, for a drill. */
export const scopeInventoryCommand = ({ json, cwd }: CommandLineOptions, file: string): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const written = await library.writeInventory(path.resolve(cwd, file))()
    if (written._tag === 'Left') {
      const error = written.left
      output.writeProblem(
        error._tag === 'BackupRefused'
          ? `${error.reason}. ${error.whatToDo}`
          : describeStoreError('The inventory could not be written', error),
      )
      return exitCodeForError(error)
    }
    const { takenOn, personsAsOf } = written.right
    if (json) output.writeLine(JSON.stringify(written.right))
    else
      output.writeLine(
        `${written.right.file}: the inventory of ${takenOn}, of persons as of ${personsAsOf ?? 'no closing of a month yet'}. Keep it elsewhere.`,
      )
    return exitCode.done
  })
