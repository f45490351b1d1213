import path from 'node:path'

/** The paths of the files in a data folder. */
export interface DataFolderLayout {
  readonly root: string
  readonly description: string
  readonly clock: string
  readonly ownerLock: string
  /** This file exists when logs and keys were moved to servers. */
  readonly movedMarker: string
  /** This file exists while the files are written in bulk, and after an interruption of that. */
  readonly bulkMarker: string
  readonly circulation: string
  readonly persons: string
  readonly keys: string
  readonly ring: string
  readonly readModels: string
  /** Read models that are folded anew beside those in use. */
  readonly nextReadModels: string
  readonly schedule: string
  /** The damaged events that were found when the read models and the schedule were folded. */
  readonly damagedEvents: string
}

/** In production the ring should be on another device. */
export const dataFolderLayout = (root: string, ring: string = path.join(root, 'ring')): DataFolderLayout => ({
  root,
  description: path.join(root, 'folder.json'),
  clock: path.join(root, 'clock.json'),
  ownerLock: path.join(root, 'owner.db'),
  movedMarker: path.join(root, 'moved'),
  bulkMarker: path.join(root, 'writing-in-bulk'),
  circulation: path.join(root, 'circulation.db'),
  persons: path.join(root, 'persons.db'),
  keys: path.join(root, 'keys', 'keys.db'),
  ring,
  readModels: path.join(root, 'views', 'views.db'),
  nextReadModels: path.join(root, 'views', 'views-next.db'),
  schedule: path.join(root, 'views', 'schedule.db'),
  damagedEvents: path.join(root, 'views', 'damaged-events.json'),
})
