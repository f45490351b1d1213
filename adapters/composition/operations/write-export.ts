import { closeSync, openSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { FoldedLog } from '../../../retention/completeness/fold-open-parts-of-log'
import {
  deletionRulesFile,
  exportFileOfLog,
  headKeysFile,
  headsFolder,
  leavesFileOfLog,
  livingScopesFile,
  verifyingKeyFile,
} from '../../../retention/completeness/export-files'
import type { ExportRefused, ExportSummary, SignedLivingScopes } from '../../processes/running-library/audit-operations'
import { fileOfHead } from '../../stores/heads/open-head-folder'
import { createPrivateFolder } from '../../system/files/private-folder'
import { syncOpenFile } from '../../system/files/sync-open-file'
import type { ExportedHeads } from './exported-trees'
import type { ReceiveExportedEventLines } from './take-audit-snapshot'
import { exportFileMode, writeExportText, writeExportFile } from './write-export-file'

type HeadsOfLogs = ReadonlyMap<LogName, ExportedHeads>

/** What is exported beside the lines of the logs. */
interface ExportContent {
  readonly verifyingKey: string
  /** The table of deletion classes. */
  readonly rules: string
  /** The signed heads of each log. They are read before the events. */
  readonly readHeads: () => Promise<E.Either<StoreUnavailable, HeadsOfLogs>>
  /** The hashes of the first leaves of a log, as lines; all that are stored. */
  readonly leafLines: (log: LogName, size: number) => AsyncIterable<string>
  /** Gives the lines of both logs while it reads them, and then the list of living scopes. */
  readonly produce: (
    receiveLines: ReceiveExportedEventLines,
  ) => TaskEither<
    EventReadError,
    { readonly list: SignedLivingScopes; readonly folded: Readonly<Record<LogName, FoldedLog>> }
  >
}

const refused = (reason: string): ExportRefused => ({ _tag: 'ExportRefused', reason })

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const openFiles = (folder: string): E.Either<ExportRefused, Readonly<Record<LogName, number>>> => {
  try {
    createPrivateFolder(folder)
    if (readdirSync(folder).length > 0) return E.left(refused(`${folder} is not empty`))
    const open = (log: LogName): number => openSync(path.join(folder, exportFileOfLog(log)), 'wx', exportFileMode)
    return E.right({ circulation: open('circulation'), persons: open('persons') })
  } catch (error) {
    return E.left(refused(reasonOf(error)))
  }
}

/** Writes the signed heads of each log, each as it is stored, and the keys. Answers how many heads there are. */
const writeHeads = async (folder: string, heads: HeadsOfLogs): Promise<number> => {
  const into = path.join(folder, headsFolder)
  createPrivateFolder(into)
  for (const [log, ofLog] of heads) {
    createPrivateFolder(path.join(into, log))
    for (const { size, text } of ofLog.heads) await writeExportFile(path.join(into, log, fileOfHead(size)), [text])
  }
  const keys = [...heads.values()].flatMap((ofLog) => ofLog.keys)
  await writeExportFile(path.join(into, headKeysFile), [keys.map((key) => `${key}\n`).join('')])
  return [...heads.values()].reduce((sum, ofLog) => sum + ofLog.heads.length, 0)
}

const writeLeaves = async (
  folder: string,
  leafLines: ExportContent['leafLines'],
  heads: HeadsOfLogs,
): Promise<void> => {
  for (const log of logNames) {
    const size = heads.get(log)?.heads.at(-1)?.size ?? 0
    await writeExportFile(path.join(folder, leavesFileOfLog(log)), leafLines(log, size))
  }
}

/**
 * Writes an export into an empty folder, which it creates when there is none. The list of living scopes is written last: an
 * export without it is not complete.
 */
export const writeExport =
  (
    folder: string,
    { verifyingKey, rules, readHeads, leafLines, produce }: ExportContent,
  ): TaskEither<EventReadError | StoreUnavailable | ExportRefused, ExportSummary> =>
  async () => {
    const files = openFiles(folder)
    if (E.isLeft(files)) return files
    let problem: string | undefined
    const write: ReceiveExportedEventLines = (log, lines) => {
      if (problem !== undefined) return
      try {
        writeExportText(files.right[log], lines)
      } catch (error) {
        problem = reasonOf(error)
      }
    }
    try {
      const heads = await readHeads()
      if (E.isLeft(heads)) return heads
      const produced = await produce(write)()
      if (E.isLeft(produced)) return produced
      if (problem !== undefined) return E.left(refused(problem))
      for (const log of logNames) await syncOpenFile(files.right[log])
      await writeLeaves(folder, leafLines, heads.right)
      const headsWritten = await writeHeads(folder, heads.right)
      await writeExportFile(path.join(folder, verifyingKeyFile), [verifyingKey])
      await writeExportFile(path.join(folder, deletionRulesFile), [rules])
      const { list, folded } = produced.right
      await writeExportFile(path.join(folder, livingScopesFile), [list.text])
      return E.right({
        files: [
          ...logNames.flatMap((log) => [exportFileOfLog(log), leavesFileOfLog(log)]),
          ...[headsFolder, verifyingKeyFile, deletionRulesFile, livingScopesFile],
        ],
        circulation: folded.circulation.events,
        persons: folded.persons.events,
        scopes: list.scopes,
        heads: headsWritten,
      })
    } catch (error) {
      if (error instanceof Error && 'code' in error && 'syscall' in error) return E.left(refused(reasonOf(error)))
      throw error
    } finally {
      for (const log of logNames) closeSync(files.right[log])
    }
  }
