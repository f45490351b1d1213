import * as E from 'fp-ts/Either'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { backupRefused, type BackupRefused } from '../../processes/backup/backup-operations'
import type { BackupManifest, KeyCopyFacts } from '../../stores/backup/backup-manifest'
import { epochsOfRing } from '../backup/write-manifests'

/** The epochs that a ring lacks between its first and its last one. */
const gapsOf = (epochs: ReadonlyArray<number>): ReadonlyArray<number> => {
  const [first = 1, last = 0] = [epochs[0], epochs.at(-1)]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((epoch) => !epochs.includes(epoch))
}

/** The epochs without which the backup cannot be read: those that wrap a living key, and those that encrypt *persons*. */
const neededEpochs = (
  manifests: ReadonlyArray<BackupManifest>,
  personsKeys: KeyCopyFacts | undefined,
): ReadonlyArray<number> => [
  ...manifests.flatMap((manifest) => [
    manifest.epoch,
    ...(manifest.part === 'keys' ? manifest.circulation.epochs.map(([epoch]) => epoch) : []),
  ]),
  ...(personsKeys?.epochs ?? []).map(([epoch]) => epoch),
]

/** Whether an epoch was the current one when the backup was made. All others that it needs are older. */
const isEpochOfBackup = (epoch: number, manifests: ReadonlyArray<BackupManifest>): boolean =>
  manifests.every((manifest) => manifest.epoch === epoch)

/**
 * Why a ring cannot read a backup: it lacks an epoch between others, an epoch of it is another key, or an epoch that the
 * backup needs was destroyed. Undefined when it can.
 */
export const findWhyRingCannotReadBackup = async (
  ring: KekRing,
  manifests: ReadonlyArray<BackupManifest>,
  personsKeys?: KeyCopyFacts,
): Promise<BackupRefused | undefined> => {
  const found = await epochsOfRing(ring)()
  if (E.isLeft(found)) return backupRefused(`The ring cannot be read: ${found.left.reason}`, 'Put the ring back.')
  const fingerprints = new Map(found.right.map(({ epoch, fingerprint }) => [epoch, fingerprint]))
  const gaps = gapsOf(found.right.map(({ epoch }) => epoch))
  if (gaps.length > 0)
    return backupRefused(
      `The ring has a gap: it lacks the epoch ${gaps.join(', ')}`,
      'Put the whole ring back from its own copy, or name another one with --ring.',
    )
  const another = manifests
    .flatMap(({ epochs }) => epochs)
    .find(({ epoch, fingerprint }) => fingerprints.has(epoch) && fingerprints.get(epoch) !== fingerprint)
  if (another !== undefined)
    return backupRefused(
      `The epoch ${String(another.epoch)} of the ring is another key than when the backup was made`,
      'Put the ring back from its own copy, or name another one with --ring.',
    )
  const missing = neededEpochs(manifests, personsKeys).find((epoch) => !fingerprints.has(epoch))
  if (missing === undefined) return undefined
  const reason = `The ring has no epoch ${String(missing)}, and the backup cannot be read without it`
  if (missing > Math.min(...fingerprints.keys()))
    return backupRefused(reason, 'The ring is older than the backup: use a newer copy of the ring.')
  const refused = backupRefused(
    reason,
    'It was destroyed after its days in escrow, so nobody can read the keys of this backup any more. Use a newer backup.',
  )
  return isEpochOfBackup(missing, manifests) ? { ...refused, destroyedEpoch: missing } : refused
}
