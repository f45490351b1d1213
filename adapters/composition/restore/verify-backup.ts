import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { backupRefused, type BackupRefused } from '../../processes/backup/backup-operations'
import { backupParts, manifestFile, type BackupFolders, type BackupPart } from '../../stores/backup/backup-layout'
import {
  KeyCopyFacts,
  LogCopyFacts,
  type BackupManifest,
  type BackupManifestOfPart,
} from '../../stores/backup/backup-manifest'
import { findFilesDifferingFromManifest } from '../../stores/backup/file-of-backup'
import { readManifest } from '../../stores/backup/manifest-file'
import { keyOfBackupFile, decryptPersonsLogFacts } from '../../stores/backup/persons-log-facts-in-backup'
import { findWhyRingCannotReadBackup } from './find-why-ring-cannot-read-backup'

/** A backup whose files, manifests and ring belong together. */
export interface VerifiedBackup {
  readonly logs: BackupManifestOfPart<'logs'>
  readonly keys: BackupManifestOfPart<'keys'>
  readonly personsLog: LogCopyFacts
  readonly personsKeys: KeyCopyFacts
  /** The key of a file of *persons* in a part. */
  readonly keyOf: (part: BackupPart) => (name: string) => Uint8Array
}

const useAnother = 'Use another backup.'

const differ = (folder: string, names: ReadonlyArray<string>): BackupRefused =>
  backupRefused(
    `${names.join(', ')} in ${folder} ${names.length === 1 ? 'is' : 'are'} missing or not as the manifest says`,
    `The backup was damaged or changed since it was made. ${useAnother}`,
  )

const verifyFiles = async (
  folders: BackupFolders,
  manifests: Readonly<Record<BackupPart, BackupManifest>>,
): Promise<BackupRefused | undefined> => {
  for (const part of backupParts) {
    const different = await findFilesDifferingFromManifest(folders[part], manifests[part].files)
    if (different.length > 0) return differ(folders[part], different)
  }
  return undefined
}

const findLibraryProblem = (
  ring: Pick<KekRing, 'library'>,
  logs: BackupManifest,
  keys: BackupManifest,
): BackupRefused | undefined => {
  if (logs.library !== keys.library)
    return backupRefused(
      'The key store belongs to another library than the logs',
      'Name the keys of these logs with --keys-folder.',
    )
  return ring.library === logs.library
    ? undefined
    : backupRefused(
        'The ring belongs to another library than the backup',
        'Name the ring of this library with --ring, or the variable RING.',
      )
}

const openFacts = <A>(
  codec: { readonly is: (value: unknown) => value is A },
  key: Uint8Array,
  sealed: string,
): E.Either<BackupRefused, A> => {
  const facts = decryptPersonsLogFacts(key, sealed)
  return codec.is(facts)
    ? E.right(facts)
    : E.left(backupRefused('What the manifest says of persons cannot be decrypted with this ring', useAnother))
}

const readBoth = (folders: BackupFolders) => {
  const logs = readManifest('logs')(folders.logs)
  if (E.isLeft(logs)) return logs
  const keys = readManifest('keys')(folders.keys)
  return E.isLeft(keys) ? keys : E.right({ logs: logs.right, keys: keys.right })
}

/** Verifies a backup against its manifests, and these against the ring. Changes nothing. */
export const verifyBackup =
  (ring: KekRing) =>
  async (folders: BackupFolders): Promise<E.Either<BackupRefused | Unavailable, VerifiedBackup>> => {
    const read = readBoth(folders)
    if (E.isLeft(read)) return E.left(backupRefused(`The backup cannot be used: ${read.left}`, useAnother))
    const [logs, keys] = [read.right.logs.manifest, read.right.keys.manifest]
    const ofLibrary = findLibraryProblem(ring, logs, keys)
    if (ofLibrary !== undefined) return E.left(ofLibrary)
    const forged = backupParts.find((part) => !read.right[part].isSignedBy(ring.verifyingKey))
    if (forged !== undefined) return E.left(differ(folders[forged], [manifestFile]))
    const different = await verifyFiles(folders, { logs, keys })
    if (different !== undefined) return E.left(different)
    const ofRing = await findWhyRingCannotReadBackup(ring, [logs, keys])
    if (ofRing !== undefined) return E.left(ofRing)
    const backupKeys = { logs: await ring.backupKey(logs.epoch)(), keys: await ring.backupKey(keys.epoch)() }
    if (E.isLeft(backupKeys.logs)) return backupKeys.logs
    if (E.isLeft(backupKeys.keys)) return backupKeys.keys
    const ringKeys = { logs: backupKeys.logs.right, keys: backupKeys.keys.right }
    const manifests = { logs, keys }
    const keyOf = (part: BackupPart) => (name: string) => keyOfBackupFile(ringKeys[part], manifests[part].backup, name)
    const personsLog = openFacts(LogCopyFacts, keyOf('logs')(`logs ${manifestFile}`), logs.persons)
    if (E.isLeft(personsLog)) return personsLog
    const personsKeys = openFacts(KeyCopyFacts, keyOf('keys')(`keys ${manifestFile}`), keys.persons)
    if (E.isLeft(personsKeys)) return personsKeys
    const unused = await findWhyRingCannotReadBackup(ring, [logs, keys], personsKeys.right)
    return unused === undefined
      ? E.right({ ...manifests, personsLog: personsLog.right, personsKeys: personsKeys.right, keyOf })
      : E.left(unused)
  }
