import { randomUUID } from 'node:crypto'
import { access, constants, lstat, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { errorCodeOf } from '../../system/files/error-code'
import type { RowLineRange } from './csv-row'

/** A row that was not imported, its lines, and why. The reason repeats nothing of its content. */
export interface RejectedCsvRow extends RowLineRange {
  readonly row: number
  readonly reason: string
}

/** The rejects file cannot be written. */
interface RejectsNotWritable {
  readonly _tag: 'RejectsNotWritable'
  readonly file: string
  /** A text for people. */
  readonly reason: string
}

const writeErrorReasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  notAFile: 'it is a link, a folder or a device',
}

const toNotWritable =
  (file: string) =>
  (error: unknown): RejectsNotWritable => {
    const code = (error as { readonly code?: string }).code ?? ''
    return { _tag: 'RejectsNotWritable', file, reason: writeErrorReasons[code] ?? 'it could not be written' }
  }

export const rejectsNotWritableMessage = ({ file, reason }: RejectsNotWritable): string =>
  `The rejects file ${file} cannot be written: ${reason}. Name another one with --rejects.`

/** Whether there is a regular file with this name. A link is not one: its target belongs to somebody else. */
const isRegularFileOrMissing = async (file: string): Promise<boolean> => {
  try {
    return (await lstat(file)).isFile()
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return true
    throw error
  }
}

const quoteIfNeeded = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const line = ({ firstLine, lastLine, row, reason }: RejectedCsvRow): string =>
  `${firstLine === lastLine ? String(firstLine) : `${String(firstLine)}-${String(lastLine)}`},${String(row)},${quoteIfNeeded(reason)}`

const rejectsText = (rejects: ReadonlyArray<RejectedCsvRow>): string =>
  ['line,row,reason', ...rejects.map(line), ''].join('\n')

/** Writes a new file (mode 0600) and then puts it in the place of the old one: no link is followed. */
const replaceFile = async (file: string, text: string): Promise<void> => {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`)
  const handle = await open(temporary, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.close()
    await rename(temporary, file)
  } catch (error) {
    await handle.close()
    await rm(temporary, { force: true })
    throw error
  }
}

/** Runs a task on a rejects file that may be written: not on the imported file, nor on what is not a file. */
const onRejectsFile =
  (file: string, importedFile: string) =>
  (write: () => Promise<void>): TE.TaskEither<RejectsNotWritable, void> =>
  async () => {
    if (file === importedFile)
      return E.left({ _tag: 'RejectsNotWritable', file, reason: 'it is the file that is imported' })
    return TE.tryCatch(async () => {
      if (!(await isRegularFileOrMissing(file))) throw Object.assign(new Error('not a file'), { code: 'notAFile' })
      await write()
    }, toNotWritable(file))()
  }

/** Checks that the rejects file can be written, and writes nothing: an import may be refused before it begins. */
export const checkRejectsFileIsWritable = (
  file: string,
  importedFile: string,
): TE.TaskEither<RejectsNotWritable, void> =>
  onRejectsFile(file, importedFile)(() => access(path.dirname(file), constants.W_OK | constants.X_OK))

/**
 * Writes the rejects file, mode 0600: the lines and the number of each row, and the reason, and no content of the row.
 * It replaces an earlier file, but nothing that is not a file, and never the imported file.
 */
export const writeRejects =
  (file: string, importedFile: string) =>
  (rejects: ReadonlyArray<RejectedCsvRow>): TE.TaskEither<RejectsNotWritable, void> =>
    onRejectsFile(file, importedFile)(() => replaceFile(file, rejectsText(rejects)))
