import { isDamageReason } from '../../stores/sqlite/sqlite-failure'
import { isWriterThreadEndedReason } from '../../stores/sqlite/writer-thread/start-writer-thread'
import type { FailingPart, SystemPartName } from './failing-system-part-registry'

const repairLog =
  'run glemsom log repair. When it refuses, put the file back from a backup: see Damaged files in adapters/README.md.'

const restoreFile = 'put the file back from a backup: see Backup and restore in adapters/README.md.'

/** How the damaged file of a part is made whole while no process uses it. */
const remedies = {
  circulation: repairLog,
  persons: repairLog,
  checkpoints: repairLog,
  keys: restoreFile,
  ring: restoreFile,
} as const satisfies Partial<Record<SystemPartName, string>>

const adviceOnDamage: Readonly<Record<Exclude<SystemPartName, keyof typeof remedies>, string>> = {
  readModels: 'Nothing: they are folded anew from the logs within some seconds. If that goes on, see the disk.',
  issuerKeys:
    'See that GLEMSOM_KEYS_URL is the address of the issuer’s public keys, and that this machine can fetch it. Work goes on by itself. Until then, tokens are answered with 503, except those that keys in memory verify.',
  schedule:
    'Stop the process, and start it or give the command again: the schedule is removed at the stop, and folded anew from the logs. If the process was killed, remove the folder views first.',
}

const adviceByCode: ReadonlyArray<readonly [codes: ReadonlyArray<string>, advice: string]> = [
  [['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC'], 'Make room on the disk. Work goes on by itself.'],
  [
    ['SQLITE_READONLY', 'SQLITE_PERM', 'SQLITE_AUTH', 'SQLITE_CANTOPEN'],
    'Give the process the right to write the data folder and its files, and see that the disk is not mounted read-only.',
  ],
]

const hasRemedy = (part: SystemPartName): part is keyof typeof remedies => part in remedies

const withCapital = (sentence: string): string => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`

/** What an operator does about a part whose damaged file keeps a library from being opened; undefined otherwise. */
export const remedyForDamagedPart = ({ part, reason }: Pick<FailingPart, 'part' | 'reason'>): string | undefined =>
  isDamageReason(reason) && hasRemedy(part) ? withCapital(remedies[part]) : undefined

/** What an operator does about a part that fails. */
export const adviceOnFailingPart = ({ part, reason }: Pick<FailingPart, 'part' | 'reason'>): string => {
  if (isWriterThreadEndedReason(reason)) return 'Restart the process.'
  if (isDamageReason(reason)) return hasRemedy(part) ? `Stop the process and ${remedies[part]}` : adviceOnDamage[part]
  const advice = adviceByCode.find(([codes]) => codes.some((code) => reason.includes(code)))
  if (advice !== undefined) return advice[1]
  if (part === 'issuerKeys') return adviceOnDamage.issuerKeys
  return part === 'ring'
    ? 'See that the folder of the ring is mounted and that the process can read it. Work goes on by itself.'
    : 'See that the disk or the server answers. Work goes on by itself.'
}
