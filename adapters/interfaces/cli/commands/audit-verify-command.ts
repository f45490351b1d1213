import * as E from 'fp-ts/Either'
import { logNames, type LogName } from '../../../../domain/event/stream'
import type { LogFinding, LogVerification, PlaceInLog } from '../../../processes/transparency/log-verification'
import { certificateProblemTexts } from '../../../../retention/certificates/certificate-problem-texts'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { commandOnLibrary, describeStoreError } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'

/** Which log to verify, and after the head of which size; default: both logs, from their beginnings. */
export interface AuditVerifyOptions {
  readonly log?: LogName
  readonly after?: number
}

const placeText = ({ index, stream, revision, type }: PlaceInLog): string =>
  `event ${String(index)}, ${type} in ${stream}, revision ${String(revision)}`

const findingText = (finding: LogFinding): string => {
  switch (finding.kind) {
    case 'changed':
      return `changed: ${placeText(finding.event)}; another event was signed as ${String(finding.signedIndex)}`
    case 'moved':
      return `moved: ${placeText(finding.event)}; it was signed as event ${String(finding.signedIndex)}`
    case 'added':
      return `added: ${placeText(finding.event)}`
    case 'missing':
      return `missing: event ${String(finding.signedIndex)}, ${finding.after === null ? 'at the beginning' : `after ${placeText(finding.after)}`}`
    case 'between heads':
      return `an event that was signed is changed, missing, added or moved: after event ${String(finding.afterSize)}, and before event ${String(finding.upToSize)}. Which one, nothing stored tells any more: compare the log with a backup`
    case 'head not valid':
      return `the head of ${String(finding.size)} events is not signed by a key of this library, or is damaged`
    case 'head contradicts':
      return `the head of ${String(finding.size)} events has signed another tree than the newest head`
  }
}

const headText = ({ newestHead, witnesses, unsigned }: LogVerification): string => {
  if (newestHead === null) return 'no valid head: nothing is proved yet'
  const seenBy =
    witnesses.length === 0 ? 'no witness: whoever has the ring could have signed it anew' : witnesses.join(', ')
  return `newest head of ${String(newestHead)} events, cosigned by ${seenBy}; ${String(unsigned)} events since`
}

const summaryOf = (verification: LogVerification): string =>
  `${verification.log}: ${String(verification.events)} events read, ${String(verification.heads)} heads checked; ${headText(verification)}.`

const writeVerification = (output: CliOutput, verification: LogVerification): void => {
  output.writeLine(summaryOf(verification))
  for (const finding of verification.findings) output.writeProblem(`${verification.log}: ${findingText(finding)}.`)
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

const verifyLogs = async (
  library: RunningLibrary,
  { log, after = 0 }: AuditVerifyOptions,
  output: CliOutput,
): Promise<E.Either<ExitCode, ReadonlyArray<LogVerification>>> => {
  if (library.transparency === undefined) return E.right([])
  const verifications: LogVerification[] = []
  for (const name of log === undefined ? logNames : [log]) {
    const verified = await library.transparency.verify(name, after, (done, total) =>
      output.showProgress({ what: `Events of ${name}`, done, total }),
    )()
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
 * Compares the logs with all that their heads have signed, and checks the certificates. Exit code 1 when anything is found.
 */
export const auditVerifyCommand = ({ json }: CommandLineOptions, options: AuditVerifyOptions): CliCommand =>
  commandOnLibrary(async (library, output) => {
    if (options.after !== undefined && options.log === undefined) {
      output.writeProblem('The logs have different numbers of events: name one with --log, beside --after.')
      return exitCode.usage
    }
    const logs = await verifyLogs(library, options, output)
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
