import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { destroyPrivateFile, namesInFolder } from '../../system/files/private-files'

/** The name of a delivery, as the CPR office forms it: its day and its task, such as `D261130.L430201`. */
const deliveryName = /^D[0-9]{6}\.L[0-9]{6}$/

/** The deliveries in a folder. */
export interface DeliveryFolder {
  /**
   * The names of the deliveries, oldest first; none when there is no such folder. A file with another name is none: it may
   * be under way.
   */
  readonly list: () => Promise<ReadonlyArray<string>>
  readonly read: (name: string) => Promise<string>
  /** Overwrites a file before it removes it: a delivery holds persons, strangers included. */
  readonly remove: (name: string) => Promise<void>
}

/** Each function rejects as `node:fs` does. Deliveries are written in ISO 8859-1. */
export const openDeliveryFolder = (folder: string): DeliveryFolder => ({
  list: async () => (await namesInFolder(folder)).filter((name) => deliveryName.test(name)).sort(),
  read: (name) => readFile(path.join(folder, name), 'latin1'),
  remove: (name) => destroyPrivateFile(folder, name),
})
