import { adviceOnFailingPart } from '../../processes/failures/advice-on-failing-part'
import { isSystemPartName } from '../../processes/failures/failing-system-part-registry'
import { isStoreError } from '../../stores/throwable-store-error'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { CliCommand, OpenForCommandOptions } from './cli-command'
import { exitCode, type ExitCode } from './exit-code'
import type { CliOutput } from './cli-output'

/** What failed, why, and what to do when the store is a part of the system. */
export const describeStoreError = (
  what: string,
  { reason, store }: { readonly reason: string; readonly store?: string | undefined },
): string =>
  [`${what}: ${reason}.`, ...(isSystemPartName(store) ? [adviceOnFailingPart({ part: store, reason })] : [])].join(' ')

/** A command that needs only an open library. A store that cannot be read while it runs is its problem, with what to do. */
export const commandOnLibrary =
  (
    runOnLibrary: (library: RunningLibrary, output: CliOutput) => Promise<ExitCode>,
    openOptions: OpenForCommandOptions = {},
  ): CliCommand =>
  async (open, output) => {
    const opened = await open(openOptions)
    if (opened._tag === 'Left') {
      output.writeProblem(opened.left.message)
      return opened.left.code
    }
    try {
      return await runOnLibrary(opened.right, output)
    } catch (error) {
      if (!isStoreError(error)) throw error
      output.writeProblem(describeStoreError('The command cannot be done', error))
      return exitCode.unavailable
    }
  }

const unavailableTags: ReadonlySet<string> = new Set(['Unavailable', 'StoreUnavailable', 'Corrupt', 'Undecodable'])

/** The exit code for an error: 3 when something cannot be reached or read, else 1. */
export const exitCodeForError = ({ _tag }: { readonly _tag: string }): ExitCode =>
  unavailableTags.has(_tag) ? exitCode.unavailable : exitCode.refused
