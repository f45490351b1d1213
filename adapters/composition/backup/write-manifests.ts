import { readdirSync, utimesSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { Day } from '../../../domain/values/day'
import { ringThatAlsoUnwrapsFromEscrow } from '../../../retention/keys/ring-that-also-unwraps-from-escrow'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { manifestFile, type BackupFolders, type BackupPart } from '../../stores/backup/backup-layout'
import { bytesOfBackupManifest, type BackupManifest, type EpochOfRing } from '../../stores/backup/backup-manifest'
import { describeFile } from '../../stores/backup/file-of-backup'
import { formatManifest } from '../../stores/backup/manifest-file'
import { encryptPersonsFacts } from '../../stores/backup/persons-log-facts-in-backup'
import { writeFileAtomically } from '../../stores/data-folder/write-file-atomically'
import type { FactsOfBackupFiles } from './facts-of-backup-files'

/** What both manifests of a backup say. */
export interface BackupFacts {
  readonly backup: string
  readonly takenOn: Day
  readonly version: string
  readonly ring: Pick<KekRing, 'library' | 'sign'>
  readonly epoch: number
  readonly epochs: ReadonlyArray<EpochOfRing>
  readonly facts: FactsOfBackupFiles
  readonly keyOf: (name: string) => Uint8Array
}

/** The epochs of a ring, also those in escrow, each with the fingerprint of its wrapping key in hex. */
export const epochsOfRing = (ring: KekRing): TE.TaskEither<Unavailable, ReadonlyArray<EpochOfRing>> =>
  pipe(
    ringThatAlsoUnwrapsFromEscrow(ring).epochs(),
    TE.traverseSeqArray((epoch) =>
      pipe(
        ring.epochFingerprint(epoch),
        TE.map((fingerprint) => ({ epoch, fingerprint: Buffer.from(fingerprint).toString('hex') })),
      ),
    ),
  )

const describeFiles = async (folder: string) => {
  const names = readdirSync(folder)
    .filter((name) => name !== manifestFile)
    .sort()
  return Promise.all(names.map((name) => describeFile(folder, name)))
}

/** Files that were written within a day say no more than the day. */
const setDayOfFiles = (folder: string, day: Day): void => {
  const midnight = new Date(`${day}T00:00:00Z`)
  for (const name of readdirSync(folder)) utimesSync(path.join(folder, name), midnight, midnight)
  utimesSync(folder, midnight, midnight)
}

/** Writes the manifest of a part last: a part without one is not complete. Answers the bytes of its files. */
export const writeManifest =
  ({ backup, takenOn, version, ring, epoch, epochs, facts, keyOf }: BackupFacts, to: BackupFolders) =>
  async (part: BackupPart): Promise<E.Either<Unavailable, number>> => {
    const files = await describeFiles(to[part])
    const common = {
      format: 'glemsom backup 1' as const,
      ...{ backup, library: ring.library, version, takenOn, epoch, epochs, files },
      persons: encryptPersonsFacts(keyOf(`${part} ${manifestFile}`), facts[part].persons),
    }
    const manifest: BackupManifest =
      part === 'logs'
        ? { ...common, part, circulation: facts.logs.circulation }
        : { ...common, part, circulation: facts.keys.circulation }
    const signature = await ring.sign(bytesOfBackupManifest(manifest))()
    if (E.isLeft(signature)) return signature
    const signed = { manifest, signature: Buffer.from(signature.right).toString('base64') }
    writeFileAtomically(path.join(to[part], manifestFile), formatManifest(signed))
    setDayOfFiles(to[part], takenOn)
    return E.right(files.reduce((bytes, file) => bytes + file.bytes, 0))
  }
