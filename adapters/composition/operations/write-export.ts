import { closeSync, openSync, readdirSync, writeSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { FoldedLog } from '../../../retention/completeness/fold-log-into-scope-fold'
import { exportFileOfLog, livingScopesFile, verifyingKeyFile } from '../../../retention/completeness/export-files'
import type { ExportRefused, ExportSummary, SignedLivingScopes } from '../../processes/running-library/audit-operations'
import type { ReceiveExportedEventLines } from './take-audit-snapshot'
import { createPrivateFolder } from '../../system/files/private-folder'
import { syncOpenFile } from '../../system/files/sync-open-file'

/** What is exported beside the lines of the logs. */
interface Exported {
  readonly list: SignedLivingScopes
  readonly folded: Readonly<Record<LogName, FoldedLog>>
}

const refused = (reason: string): ExportRefused => ({ _tag: 'ExportRefused', reason })

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Only the owner may read an export: it tells when each copy was lent. */
const fileMode = 0o600

/** Writes all of a text: one call may write a part of it. */
const writeText = (file: number, text: string): void => {
  const bytes = Buffer.from(text, 'utf8')
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}

const writeFile = async (file: string, text: string): Promise<void> => {
  const opened = openSync(file, 'wx', fileMode)
  try {
    writeText(opened, text)
    await syncOpenFile(opened)
  } finally {
    closeSync(opened)
  }
}

const openFiles = (folder: string): E.Either<ExportRefused, Readonly<Record<LogName, number>>> => {
  try {
    createPrivateFolder(folder)
    if (readdirSync(folder).length > 0) return E.left(refused(`${folder} is not empty`))
    const open = (log: LogName): number => openSync(path.join(folder, exportFileOfLog(log)), 'wx', fileMode)
    return E.right({ circulation: open('circulation'), persons: open('persons') })
  } catch (error) {
    return E.left(refused(reasonOf(error)))
  }
}

/**
 * Writes an export into an empty folder, which it creates when there is none. `produce` gives the lines of both logs while
 * it reads them. The list of living scopes is written last: an export without it is not complete.
 */
export const writeExport =
  (
    folder: string,
    verifyingKey: string,
    produce: (receiveLines: ReceiveExportedEventLines) => TaskEither<EventReadError, Exported>,
  ): TaskEither<EventReadError | ExportRefused, ExportSummary> =>
  async () => {
    const files = openFiles(folder)
    if (E.isLeft(files)) return files
    let problem: string | undefined
    const write: ReceiveExportedEventLines = (log, lines) => {
      if (problem !== undefined) return
      try {
        writeText(files.right[log], lines)
      } catch (error) {
        problem = reasonOf(error)
      }
    }
    try {
      const produced = await produce(write)()
      if (E.isLeft(produced)) return produced
      if (problem !== undefined) return E.left(refused(problem))
      for (const log of logNames) await syncOpenFile(files.right[log])
      const { list, folded } = produced.right
      await writeFile(path.join(folder, verifyingKeyFile), verifyingKey)
      await writeFile(path.join(folder, livingScopesFile), list.text)
      return E.right({
        files: [...logNames.map(exportFileOfLog), verifyingKeyFile, livingScopesFile],
        circulation: folded.circulation.events,
        persons: folded.persons.events,
        scopes: list.scopes,
      })
    } catch (error) {
      if (error instanceof Error && 'code' in error && 'syscall' in error) return E.left(refused(reasonOf(error)))
      throw error
    } finally {
      for (const log of logNames) closeSync(files.right[log])
    }
  }
