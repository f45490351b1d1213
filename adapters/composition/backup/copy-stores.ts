import { chmodSync, copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { ReportCopy } from '../../processes/backup/backup-operations'
import { databaseFiles, settingsFiles, type BackupFolders, type BackupPart } from '../../stores/backup/backup-layout'
import type { ContentDigest } from '../../stores/sqlite/copying/copied-rows'
import type { FileCopier } from '../../stores/sqlite/copying/file-copier'
import type { FileCopy } from '../../stores/sqlite/copying/open-copy'
import { syncToDisk } from '../../stores/sqlite/sync-to-disk'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { makePrivateFolder } from '../../system/files/make-private-folder'

/** A file of a backup, what it was copied from, and what was copied. */
export interface CopiedFile {
  readonly part: BackupPart
  readonly log: LogName
  readonly copy: FileCopy
  readonly content: ContentDigest
}

/** Where the files of a backup are copied, and the keys of those of *persons*. */
export interface CopyPlan {
  readonly layout: DataFolderLayout
  readonly to: BackupFolders
  readonly keyOf: (name: string) => Uint8Array
}

const sourceOf = ({ layout }: CopyPlan, part: BackupPart, log: LogName): string =>
  part === 'logs' ? layout[log] : layout.keys[log]

/** All files that are copied. A snapshot of them is of one moment. */
export const sourcesOf = (plan: CopyPlan): ReadonlyArray<string> =>
  (['logs', 'keys'] as const).flatMap((part) => logNames.map((log) => sourceOf(plan, part, log)))

/** Where the copy of a file is; that of *persons* is encrypted. */
export const copyOf = ({ to, keyOf }: Omit<CopyPlan, 'layout'>, part: BackupPart, log: LogName): FileCopy => {
  const name = databaseFiles[part][log]
  const file = path.join(to[part], name)
  return log === 'persons' ? { file, key: keyOf(name) } : { file }
}

/** Percent, so that nobody reads off the progress how many rows *persons* has. */
export const percentOf = (done: number, total: number): readonly [number, number] => [
  total === 0 ? 100 : Math.floor((100 * done) / total),
  100,
]

/** Copies the files of a part from the snapshot that the copier has. */
export const copyPart = async (
  copier: FileCopier,
  plan: CopyPlan,
  part: BackupPart,
  report: ReportCopy,
): Promise<E.Either<StoreUnavailable, ReadonlyArray<CopiedFile>>> => {
  const copied: CopiedFile[] = []
  makePrivateFolder(plan.to[part])
  chmodSync(plan.to[part], 0o700)
  for (const log of logNames) {
    const copy = copyOf(plan, part, log)
    const size = copy.key === undefined ? 'exact' : 'padded'
    const content = await copier.copy({ source: sourceOf(plan, part, log), copy, size }, (done, total) => {
      report(databaseFiles[part][log], ...percentOf(done, total))
    })
    if (E.isLeft(content)) return content
    copied.push({ part, log, copy, content: content.right })
  }
  return E.right(copied)
}

/** Copies the descriptions of the data folder that it has. Throws as `node:fs` does. */
export const copySettings = ({ layout, to }: CopyPlan): ReadonlyArray<string> =>
  settingsFiles.filter((name) => {
    const source = path.join(layout.root, name)
    if (!existsSync(source)) return false
    const target = path.join(to.logs, name)
    copyFileSync(source, target)
    chmodSync(target, 0o600)
    syncToDisk(target)
    return true
  })
