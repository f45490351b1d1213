import path from 'node:path'
import type { LogName } from '../../../domain/event/stream'

/** How an operator names the hardware module of the wrapping keys. */
interface RingModule {
  readonly file: string
  readonly token: string
  readonly pinFile: string
  readonly statement?: string
  readonly operatorKey?: string
}

/** Where the ring is, beside its folder. */
export interface RingPlaces {
  /** The folder of the wrapping keys of retired epochs; default: within the ring. */
  readonly escrow?: string
  /** The folder of a copy of the ring that every change is written to; default: there is no copy. */
  readonly copy?: string
  /** The folder of the erasure receipt; default: beside the ring. */
  readonly receipts?: string
  /** The folder of the signed heads of the logs; default: beside the ring. */
  readonly heads?: string
  /** The module that has the wrapping keys; default: they are in the files of the ring. */
  readonly module?: RingModule
}

/** The paths of the files in a data folder. */
export interface DataFolderLayout {
  readonly root: string
  readonly description: string
  readonly clock: string
  /** The policy file that the library was last opened with. */
  readonly policy: string
  readonly ownerLock: string
  /** This file exists when logs and keys were moved to servers. */
  readonly movedMarker: string
  /** This file exists while the files are written in bulk, and after an interruption of that. */
  readonly bulkMarker: string
  /** This file exists while a backup is restored into the folder, and after an interruption of that. */
  readonly restoreMarker: string
  /** The scopes that a restore left unreadable, because somebody accepted it. */
  readonly acceptedLosses: string
  /** The day of the newest backup of the keys. */
  readonly keyBackup: string
  /** The same, where processes share the ring. */
  readonly keyBackupOfServers: string
  readonly circulation: string
  readonly persons: string
  /** The keys of each log: a file that held both would tell an order between the logs. */
  readonly keys: Readonly<Record<LogName, string>>
  /** The one file of the keys of both logs in folders of format 1. */
  readonly keysOfBothLogs: string
  readonly ring: string
  readonly ringPlaces: RingPlaces
  /** The list of erased borrowers, which no backup has. */
  readonly erasureReceipt: string
  /** This file exists when processes that share the ring have an erasure receipt. */
  readonly receiptMarkerOfServers: string
  /** The folder of messages for which no mail server or gateway is named. */
  readonly outbox: string
  /** The folder from which another program fetches mails for Digital Post. */
  readonly digitalPost: string
  /** The rows of the short-term store, while no process has the folder open. */
  readonly shortTermRows: string
  /** The folder of the contents of recordings. */
  readonly footage: string
  readonly readModels: string
  /** Read models that are folded anew beside those in use. */
  readonly nextReadModels: string
  readonly schedule: string
  /** Digests of what was read of the logs. */
  readonly logDigests: string
  /** The trees of both logs. */
  readonly trees: string
  /** The folder of the signed heads of both logs, which outlives the data folder. */
  readonly heads: string
  /** The damaged events that were found when the read models and the schedule were folded. */
  readonly damagedEvents: string
  /** The private key of the invented collector of a demo library. */
  readonly demoCollectorKey: string
}

/** In production the ring should be on another device. The folder of the erasure receipt is beside the ring by default. */
export const dataFolderLayout = (
  root: string,
  ring: string = path.join(root, 'ring'),
  ringPlaces: RingPlaces = {},
): DataFolderLayout => ({
  root,
  description: path.join(root, 'folder.json'),
  clock: path.join(root, 'clock.json'),
  policy: path.join(root, 'policy.json'),
  ownerLock: path.join(root, 'owner.db'),
  movedMarker: path.join(root, 'moved'),
  bulkMarker: path.join(root, 'writing-in-bulk'),
  restoreMarker: path.join(root, 'restoring'),
  acceptedLosses: path.join(root, 'accepted-losses.json'),
  keyBackup: path.join(root, 'key-backup.json'),
  keyBackupOfServers: path.join(ring, 'key-backup.json'),
  circulation: path.join(root, 'circulation.db'),
  persons: path.join(root, 'persons.db'),
  keys: {
    circulation: path.join(root, 'keys', 'keys-circulation.db'),
    persons: path.join(root, 'keys', 'keys-persons.db'),
  },
  keysOfBothLogs: path.join(root, 'keys', 'keys.db'),
  ring,
  ringPlaces,
  erasureReceipt: path.join(ringPlaces.receipts ?? `${ring}-receipts`, 'erasure-receipt'),
  receiptMarkerOfServers: path.join(ring, 'has-erasure-receipt'),
  outbox: path.join(root, 'outbox'),
  digitalPost: path.join(root, 'digital-post'),
  shortTermRows: path.join(root, 'short-term.json'),
  footage: path.join(root, 'footage'),
  readModels: path.join(root, 'views', 'views.db'),
  nextReadModels: path.join(root, 'views', 'views-next.db'),
  schedule: path.join(root, 'views', 'schedule.db'),
  logDigests: path.join(root, 'views', 'log-digests.db'),
  trees: path.join(root, 'views', 'trees.db'),
  heads: ringPlaces.heads ?? `${ring}-heads`,
  damagedEvents: path.join(root, 'views', 'damaged-events.json'),
  demoCollectorKey: path.join(root, 'demo-collector-key.json'),
})
