import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { LogName } from '../../../domain/event/stream'
import type { KeyCopyFacts, LogCopyFacts } from '../../stores/backup/backup-manifest'
import type { BackupPart } from '../../stores/backup/backup-layout'
import { logFactsQuery } from '../../stores/eventstore/sqlite/log-facts-query'
import { keyCountsQuery, livingKeyCountByEpochQuery } from '../../stores/keystore/sqlite/key-store-facts-sql'
import type { FileCopier } from '../../stores/sqlite/copying/database-file-copier'
import type { CopiedFile } from './copy-stores-into-backup'

/** What the manifests say of each file, by part and log. */
export interface FactsOfBackupFiles {
  readonly logs: Readonly<Record<LogName, LogCopyFacts>>
  readonly keys: Readonly<Record<LogName, KeyCopyFacts>>
}

type Rows = ReadonlyArray<ReadonlyArray<string | number | null>>

const firstTwo = (rows: Rows): readonly [number, number] => [Number(rows[0]?.[0] ?? 0), Number(rows[0]?.[1] ?? 0)]

const copyDiffers: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the copy that was read back from the disk differs from what was copied: the disk or its file system fails',
}

/** Reads a copy back from the disk and compares it with what was copied. */
const verifyCopy = async (
  copier: FileCopier,
  { copy, content }: CopiedFile,
): Promise<E.Either<StoreUnavailable, void>> => {
  const found = await copier.readCopy(copy)
  if (E.isLeft(found)) return found
  return found.right?.sha256 === content.sha256 && found.right.rows === content.rows
    ? E.right(undefined)
    : E.left(copyDiffers)
}

const logFacts = async (
  copier: FileCopier,
  { copy, content }: CopiedFile,
): Promise<E.Either<StoreUnavailable, LogCopyFacts>> => {
  const found = await copier.query({ copy, sql: logFactsQuery })
  if (E.isLeft(found)) return found
  const [events, head] = firstTwo(found.right)
  return E.right({ ...content, events, head })
}

/** The facts of a copy of a key store, which was read whole before. */
export const readKeyStoreCopyFacts = async (
  copier: FileCopier,
  { copy, content }: Pick<CopiedFile, 'copy' | 'content'>,
): Promise<E.Either<StoreUnavailable, KeyCopyFacts>> => {
  const counts = await copier.query({ copy, sql: keyCountsQuery })
  if (E.isLeft(counts)) return counts
  const epochs = await copier.query({ copy, sql: livingKeyCountByEpochQuery })
  if (E.isLeft(epochs)) return epochs
  const [living, fenced] = firstTwo(counts.right)
  return E.right({
    ...content,
    living,
    fenced,
    epochs: epochs.right.map((row): [number, number] => [...firstTwo([row])]),
  })
}

const ofFile = (files: ReadonlyArray<CopiedFile>, part: BackupPart, log: LogName): CopiedFile => {
  const found = files.find((file) => file.part === part && file.log === log)
  if (found === undefined) throw new Error(`the backup lacks a file of ${part}`)
  return found
}

/** Verifies every copy, then answers what the manifests say of them. */
export const verifyBackupCopies = async (
  copier: FileCopier,
  files: ReadonlyArray<CopiedFile>,
): Promise<E.Either<StoreUnavailable, FactsOfBackupFiles>> => {
  for (const file of files) {
    const verified = await verifyCopy(copier, file)
    if (E.isLeft(verified)) return verified
  }
  const circulation = await logFacts(copier, ofFile(files, 'logs', 'circulation'))
  const persons = await logFacts(copier, ofFile(files, 'logs', 'persons'))
  const keysOfCirculation = await readKeyStoreCopyFacts(copier, ofFile(files, 'keys', 'circulation'))
  const keysOfPersons = await readKeyStoreCopyFacts(copier, ofFile(files, 'keys', 'persons'))
  if (E.isLeft(circulation)) return circulation
  if (E.isLeft(persons)) return persons
  if (E.isLeft(keysOfCirculation)) return keysOfCirculation
  if (E.isLeft(keysOfPersons)) return keysOfPersons
  return E.right({
    logs: { circulation: circulation.right, persons: persons.right },
    keys: { circulation: keysOfCirculation.right, persons: keysOfPersons.right },
  })
}
