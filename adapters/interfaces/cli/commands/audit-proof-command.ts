import * as E from 'fp-ts/Either'
import type { EventAddress, LogName, StreamName } from '../../../../domain/event/stream'
import { CertificateId } from '../../../../domain/values/ids'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { EventProof, EventProofError } from '../../../processes/transparency/prove-event'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { commandOnLibrary } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'
import { logOfStream } from '../log-of-stream'
import { reportHeadError } from '../report-head-error'

/** Which event of a stream, and of which log; neither for a certificate. */
export interface AuditProofOptions {
  readonly revision?: number
  readonly log?: LogName
}

/** What the command is given wrongly; undefined when it names one event. */
const findUsageProblem = (
  event: CertificateId | StreamName,
  { revision, log }: AuditProofOptions,
): string | undefined => {
  if (CertificateId.is(event))
    return revision === undefined && log === undefined
      ? undefined
      : 'A certificate is named by its id alone: leave out --revision and --log.'
  return revision === undefined
    ? 'Name the event of the stream with --revision: 0 is the first one. "glemsom show" shows them.'
    : undefined
}

const placeOf = async (
  { certificates }: RunningLibrary,
  event: CertificateId | StreamName,
  { revision = 0, log }: AuditProofOptions,
): Promise<EventAddress | undefined> =>
  CertificateId.is(event) ? certificates.place(event) : { log: log ?? logOfStream(event), stream: event, revision }

const notSignedText = (log: LogName, size: number | null): string => {
  const newest =
    size === null ? `There is no head of ${log} yet` : `The newest head of ${log} has ${String(size)} events`
  return log === 'circulation'
    ? `${newest}, and the event is not among them. Sign one that has it: glemsom audit head`
    : `${newest}, and no such event is among them. A head of persons is signed with the closing of a month, and an event of this month is under the next one.`
}

const reportError = (output: CliOutput, error: EventProofError): ExitCode => {
  switch (error._tag) {
    case 'EventIsNotSigned':
      output.writeProblem(notSignedText(error.log, error.size))
      return exitCode.refused
    case 'EventIsUnknown':
      output.writeProblem('There is no such event. "glemsom show" shows the events of a stream.')
      return exitCode.refused
    case 'LogDiffersFromHead':
    case 'StoreUnavailable':
      return reportHeadError(
        output,
        { refused: 'Nothing is proved', unavailable: 'The event could not be proved' },
        error,
      )
  }
}

const writeProof = (output: CliOutput, json: boolean, proof: EventProof): void => {
  const { log, index, size, witnesses, open, text } = proof
  if (json) {
    output.writeLine(JSON.stringify({ log, index, size, witnesses, open, proof: text }))
    return
  }
  for (const line of text.trimEnd().split('\n')) output.writeLine(line)
  const seenBy =
    witnesses.length === 0
      ? 'no witness has cosigned it yet: a later proof may have cosignatures'
      : `cosigned by ${witnesses.join(', ')}`
  output.writeNotice(`Event ${String(index)} of ${log}, under the head of ${String(size)} events, ${seenBy}.`)
}

/**
 * Prints the proof that a certificate, or another event, is in its log, under the newest signed head (C2SP tlog-proof), to be
 * stored in a file whose name ends with `.tlog-proof`.
 */
export const auditProofCommand = (
  { json }: CommandLineOptions,
  event: CertificateId | StreamName,
  options: AuditProofOptions,
): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const usageProblem = findUsageProblem(event, options)
    if (usageProblem !== undefined) {
      output.writeProblem(usageProblem)
      return exitCode.usage
    }
    const place = await placeOf(library, event, options)
    if (place === undefined) {
      output.writeProblem(`There is no certificate ${event}. "glemsom certificates list" lists them.`)
      return exitCode.refused
    }
    if (library.transparency === undefined) {
      output.writeProblem(notSignedText(place.log, null))
      return exitCode.refused
    }
    const proof = await library.transparency.prove(place)()
    if (E.isLeft(proof)) return reportError(output, proof.left)
    writeProof(output, json, proof.right)
    return exitCode.done
  })
