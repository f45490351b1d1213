import type { LogDiffersFromHead } from '../../processes/transparency/sign-heads'
import type { CliOutput } from './cli-output'
import { describeStoreError } from './command-on-library'
import { exitCode, type ExitCode } from './exit-code'

interface UnusableStore {
  readonly _tag: 'StoreUnavailable' | 'Unavailable'
  readonly reason: string
  readonly store?: string | undefined
}

/**
 * Says why nothing is done with the newest head of a log, and what to do. `refused` begins the sentence when the log is not
 * what the head has signed, such as "Nothing is proved"; `unavailable` when something cannot be read.
 */
export const reportHeadError = (
  output: CliOutput,
  { refused, unavailable }: { readonly refused: string; readonly unavailable: string },
  error: LogDiffersFromHead | UnusableStore,
): ExitCode => {
  if (error._tag !== 'LogDiffersFromHead') {
    output.writeProblem(describeStoreError(unavailable, error))
    return exitCode.unavailable
  }
  const { log, size } = error
  output.writeProblem(
    `${refused}: ${log} has not all that its newest head of ${String(size)} events has signed. See what differs: glemsom audit verify --log ${log}`,
  )
  return exitCode.refused
}
