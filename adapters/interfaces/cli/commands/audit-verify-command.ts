import path from 'node:path'
import * as E from 'fp-ts/Either'
import { logNames, type LogName } from '../../../../domain/event/stream'
import type { LogVerification, KnownHead } from '../../../processes/transparency/log-verification'
import { certificateProblemTexts } from '../../../../retention/certificates/certificate-problem-texts'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { commandOnLibrary, describeStoreError } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'
import { readKnownHeads } from '../read-known-heads'
import { logFindingText, logVerificationSummary } from '../terminal/log-verification-texts'

/**
 * Which log to verify, and after the head of which size; default: both logs, from their beginnings. `head`: files with heads
 * that were stored elsewhere.
 */
export interface AuditVerifyOptions {
  readonly log?: LogName
  readonly after?: number
  readonly head?: ReadonlyArray<string>
}

const writeVerification = (output: CliOutput, verification: LogVerification): void => {
  output.writeLine(logVerificationSummary(verification))
  for (const finding of verification.findings) output.writeProblem(`${verification.log}: ${logFindingText(finding)}.`)
  const more = verification.found - verification.findings.length
  if (more > 0) output.writeProblem(`${verification.log}: ${String(more)} more findings of this kind.`)
  if (verification.found === 0 && verification.newestHead !== null)
    output.writeLine(
      `${verification.log}: every event that was signed is there, as it was signed. Next time: --log ${verification.log} --after ${String(verification.newestHead)}`,
    )
}

/** Whether each statement of an erasure is valid. Answers how many are not. */
const verifyCertificates = async (
  { certificates }: RunningLibrary,
  output: CliOutput,
): Promise<{
  readonly checked: number
  readonly findings: ReadonlyArray<{ readonly log: LogName; readonly stream: string; readonly problem: string }>
}> => {
  const check = await certificates.verifyAll((done, total) => output.showProgress({ what: 'Events', done, total }))
  output.endProgress()
  return {
    checked: check.checked,
    findings: check.findings.map(({ log, stream, problem }) => ({
      log,
      stream,
      problem: certificateProblemTexts[problem],
    })),
  }
}

const refuseAfter = (output: CliOutput, log: LogName, size: number): ExitCode => {
  output.writeProblem(
    `The verification of ${log} cannot begin after event ${String(size)}: there is no valid head of that size, or the hashes of the events are not stored. Leave out --after.`,
  )
  return exitCode.refused
}

/** The heads that were stored elsewhere, by log. */
type KnownHeadsOfLogs = Readonly<Record<LogName, ReadonlyArray<KnownHead>>>

/** Reads the heads that the options name. Left: which is wrong, and what it should be. */
const readKnownHeadsOfLogs = (
  { transparency }: RunningLibrary,
  { head: files = [], log: only }: AuditVerifyOptions,
  cwd: string,
): E.Either<string, KnownHeadsOfLogs> => {
  const read = readKnownHeads(files.map((file) => path.resolve(cwd, file)))
  if (E.isLeft(read)) return read
  const sorted: Record<LogName, KnownHead[]> = { circulation: [], persons: [] }
  for (const known of read.right) {
    const log = logNames.find((name) => transparency?.origin(name) === known.head.origin)
    if (log === undefined)
      return E.left(`The head in ${known.name} is of ${known.head.origin}, which is no log of this library.`)
    if (only !== undefined && only !== log) return E.left(`The head in ${known.name} is of ${log}: leave out --log.`)
    sorted[log].push(known)
  }
  return E.right(sorted)
}

const findUsageProblem = ({ log, after, head }: AuditVerifyOptions): string | undefined => {
  if (after === undefined) return undefined
  if (log === undefined) return 'The logs have different numbers of events: name one with --log, beside --after.'
  return head === undefined
    ? undefined
    : 'A head that was stored elsewhere is compared with the whole log: leave out --after.'
}

const verifyLogs = async (
  library: RunningLibrary,
  { log, after = 0 }: AuditVerifyOptions,
  known: KnownHeadsOfLogs,
  output: CliOutput,
): Promise<E.Either<ExitCode, ReadonlyArray<LogVerification>>> => {
  if (library.transparency === undefined) return E.right([])
  const verifications: LogVerification[] = []
  for (const name of log === undefined ? logNames : [log]) {
    const showEvents = (done: number, total: number): void =>
      output.showProgress({ what: `Events of ${name}`, done, total })
    const verified = await library.transparency.verify(name, after, showEvents, known[name])()
    output.endProgress()
    if (E.isRight(verified)) verifications.push(verified.right)
    else if (verified.left._tag === 'CannotBeginAfterHead') return E.left(refuseAfter(output, name, after))
    else {
      output.writeProblem(describeStoreError('The log could not be verified', verified.left))
      return E.left(exitCode.unavailable)
    }
  }
  return E.right(verifications)
}

/**
 * Compares the logs with all that their heads have signed, and with heads that were stored elsewhere; checks the certificates.
 * Exit code 1 when anything is found.
 */
export const auditVerifyCommand = ({ json, cwd }: CommandLineOptions, options: AuditVerifyOptions): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const usageProblem = findUsageProblem(options)
    const known = usageProblem === undefined ? readKnownHeadsOfLogs(library, options, cwd) : E.left(usageProblem)
    if (E.isLeft(known)) {
      output.writeProblem(known.left)
      return exitCode.usage
    }
    const logs = await verifyLogs(library, options, known.right, output)
    if (E.isLeft(logs)) return logs.left
    const certificates = await verifyCertificates(library, output)
    if (json) output.writeLine(JSON.stringify({ logs: logs.right, certificates }))
    else {
      logs.right.forEach((verification) => writeVerification(output, verification))
      output.writeLine(`${String(certificates.checked)} certificates checked.`)
      for (const { log, stream, problem } of certificates.findings)
        output.writeProblem(`${log}: the certificate in ${stream} is not valid: ${problem}.`)
    }
    const isWhole = logs.right.every(({ found }) => found === 0) && certificates.findings.length === 0
    return isWhole ? exitCode.done : exitCode.refused
  })
