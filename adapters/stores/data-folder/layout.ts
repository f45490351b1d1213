import path from 'node:path'

/** Where everything stands in a data folder. */
export interface Layout {
  readonly root: string
  readonly description: string
  readonly clock: string
  readonly owner: string
  /** Stands there once logs and keys were moved to servers. */
  readonly moved: string
  /** Stands there while files are written in bulk. */
  readonly bulk: string
  readonly circulation: string
  readonly persons: string
  readonly keys: string
  readonly ring: string
  readonly views: string
  readonly schedule: string
}

/** The ring may stand elsewhere: on another device in production. */
export const layoutOf = (root: string, ring: string = path.join(root, 'ring')): Layout => ({
  root,
  description: path.join(root, 'folder.json'),
  clock: path.join(root, 'clock.json'),
  owner: path.join(root, 'owner.db'),
  moved: path.join(root, 'moved'),
  bulk: path.join(root, 'writing-in-bulk'),
  circulation: path.join(root, 'circulation.db'),
  persons: path.join(root, 'persons.db'),
  keys: path.join(root, 'keys', 'keys.db'),
  ring,
  views: path.join(root, 'views', 'views.db'),
  schedule: path.join(root, 'views', 'schedule.db'),
})
