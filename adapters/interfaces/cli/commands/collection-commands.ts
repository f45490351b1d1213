import { rm } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { CommandError } from '../../../../domain/command-handling/command-error'
import type { CollectionRefusal } from '../../../../domain/use-cases/collection-refusal'
import { confirmCollectionFile } from '../../../../domain/use-cases/confirm-collection-file'
import { makeCollectionFile } from '../../../../domain/use-cases/make-collection-file'
import type { CollectionFileId } from '../../../../domain/values/ids'
import type { CliCommand, CommandLineOptions } from '../cli-command'
import type { CliOutput } from '../cli-output'
import { commandOnLibrary, exitCodeForError } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'
import { createNewFile, writeDurably } from '../new-file'

const refusalTexts: Readonly<Record<CollectionRefusal['_tag'], string>> = {
  NobodyCollects: 'The policy names nobody who collects debts (collection/recipients).',
  CollectionKeyIsUnusable: 'The public key of the recipient in the policy cannot be used.',
  NothingToCollect: 'No debt is ready to be passed on.',
  CollectionFileIsUnknown:
    'No debt waits for this file: it was confirmed, a newer one was made, or its debts were recalled.',
}

const fail = (output: CliOutput, error: CommandError<CollectionRefusal>): ExitCode => {
  output.writeProblem(
    error._tag === 'Refused' ? refusalTexts[error.refusal._tag] : `The command cannot be done: ${error._tag}.`,
  )
  return exitCodeForError(error)
}

/** Writes a file to the collector. Its debts are passed on when `confirm` says that it was handed out. */
export const makeCollectionFileCommand = ({ cwd, json }: CommandLineOptions, to: string): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const place = path.resolve(cwd, to)
    const handle = await createNewFile(place, output)
    if (handle === undefined) return exitCode.refused
    const made = await makeCollectionFile(library.useCaseDependencies)()
    if (E.isLeft(made)) {
      await handle.close()
      await rm(place)
      return fail(output, made.left)
    }
    const { file, debts, text } = made.right
    if (!(await writeDurably(handle, text))) {
      output.writeProblem(`The file ${place} cannot be written. Nothing is passed on. Remove it, and make another one.`)
      return exitCode.refused
    }
    output.writeLine(
      json
        ? JSON.stringify({ file, debts, path: place })
        : `${String(debts)} debts are written to ${place}. When it is handed out: glemsom collection confirm ${file}`,
    )
    return exitCode.done
  })

/** Records that a file was handed out. */
export const confirmCollectionFileCommand = ({ json }: CommandLineOptions, file: CollectionFileId): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const confirmed = await confirmCollectionFile(library.useCaseDependencies)(file)()
    if (E.isLeft(confirmed)) return fail(output, confirmed.left)
    const { passedOn } = confirmed.right
    output.writeLine(json ? JSON.stringify({ file, passedOn }) : `${String(passedOn)} debts are passed on.`)
    return exitCode.done
  })
