import * as E from 'fp-ts/Either'
import type { LogName } from '../../../../domain/event/stream'
import { encodeNoteKey } from '../../../../retention/transparency/formats/note-key'
import { encodeSignedNote } from '../../../../retention/transparency/formats/signed-note'
import type { TransparencyOperations } from '../../../processes/running-library/transparency-operations'
import type { HeadSigningError } from '../../../processes/transparency/sign-heads'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { commandOnLibrary } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'
import { reportHeadError } from '../report-head-error'

/** The newest head: in *circulation* of all events, in *persons* of the closed months. */
const newestHead = async (transparency: TransparencyOperations, log: LogName) => {
  if (log === 'circulation') return transparency.signHeadOfCirculation()
  await transparency.signHeadsOfClosings()
  return transparency.lastHead(log)()
}

const reportError = (output: CliOutput, log: LogName, error: HeadSigningError): ExitCode =>
  reportHeadError(
    output,
    { refused: `No head of ${log} is signed`, unavailable: 'The head could not be signed' },
    error,
  )

/**
 * Prints the newest signed head of a log as the signed note that it is, to be printed on paper or stored elsewhere, and
 * tells the keys that verify it.
 */
export const auditHeadCommand = ({ json }: CommandLineOptions, log: LogName): CliCommand =>
  commandOnLibrary(async ({ transparency }, output) => {
    const head = transparency === undefined ? E.right(undefined) : await newestHead(transparency, log)
    if (E.isLeft(head)) return reportError(output, log, head.left)
    if (transparency === undefined || head.right === undefined) {
      output.writeProblem(
        `There is no head of ${log} yet${log === 'persons' ? ': the first one is signed with the closing of a month' : ''}.`,
      )
      return exitCode.refused
    }
    const keys = await transparency.keys(log)()
    if (E.isLeft(keys)) return reportError(output, log, keys.left)
    const [note, texts] = [encodeSignedNote(head.right.note), keys.right.map(encodeNoteKey)]
    if (json) output.writeLine(JSON.stringify({ log, size: head.right.size, note, keys: texts }))
    else for (const line of note.trimEnd().split('\n')) output.writeLine(line)
    if (!json) output.writeNotice(`The keys that verify it: ${texts.join(', ')}`)
    return exitCode.done
  })
