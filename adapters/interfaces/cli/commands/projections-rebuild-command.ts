import type { CommandLineOptions, CliCommand } from '../cli-command'
import { exitCode } from '../exit-code'
import { exitCodeForError, commandOnLibrary, describeStoreError } from '../command-on-library'

/** Folds the logs into new read models, which replace those in use. */
export const projectionsRebuildCommand = ({ json }: CommandLineOptions): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const rebuilt = await library.rebuildReadModels((done, total) =>
      output.showProgress({ what: 'Events', done, total }),
    )()
    output.endProgress()
    if (rebuilt._tag === 'Left') {
      output.writeProblem(describeStoreError('The read models could not be rebuilt', rebuilt.left))
      return exitCodeForError(rebuilt.left)
    }
    output.writeLine(
      json ? JSON.stringify({ readModels: rebuilt.right }) : `${String(rebuilt.right)} read models rebuilt.`,
    )
    return exitCode.done
  })
