import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { overwriteAndRemove } from '../../system/files/overwrite-and-remove'

/** The name of a delivery, as the CPR office forms it: its day and its task, such as `D261130.L430201`. */
const deliveryName = /^D[0-9]{6}\.L[0-9]{6}$/

/** The deliveries in a folder. */
export interface DeliveryFolder {
  /** The names of the deliveries, oldest first. A file with another name is none: it may be under way. */
  readonly list: () => ReadonlyArray<string>
  readonly read: (name: string) => Promise<string>
  /** Overwrites a file before it removes it: a delivery holds persons, strangers included. */
  readonly remove: (name: string) => void
}

/** Each function throws, or rejects, as `node:fs` does. Deliveries are written in ISO 8859-1. */
export const openDeliveryFolder = (folder: string): DeliveryFolder => {
  const fileOf = (name: string): string => path.join(folder, name)
  return {
    list: () =>
      readdirSync(folder)
        .filter((name) => deliveryName.test(name))
        .sort(),
    read: (name) => readFile(fileOf(name), 'latin1'),
    remove: (name) => {
      overwriteAndRemove(fileOf(name))
    },
  }
}
