import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { CliCommand, OpenForCommandOptions } from './cli-command'
import { exitCode, type ExitCode } from './exit-code'
import type { Output } from './output'

/** A command that needs only an open library. */
export const commandOnLibrary =
  (
    runOnLibrary: (library: RunningLibrary, output: Output) => Promise<ExitCode>,
    openOptions: OpenForCommandOptions = {},
  ): CliCommand =>
  async (open, output) => {
    const opened = await open(openOptions)
    if (opened._tag === 'Right') return runOnLibrary(opened.right, output)
    output.writeProblem(opened.left.message)
    return opened.left.code
  }

const unavailableTags: ReadonlySet<string> = new Set(['Unavailable', 'StoreUnavailable', 'Corrupt', 'Undecodable'])

/** The exit code for an error: 3 when something cannot be reached or read, else 1. */
export const exitCodeForError = ({ _tag }: { readonly _tag: string }): ExitCode =>
  unavailableTags.has(_tag) ? exitCode.unavailable : exitCode.refused
