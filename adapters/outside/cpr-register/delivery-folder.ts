import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The name of a delivery, as the CPR office forms it: its day and its task, such as `D261130.L430201`. */
const deliveryName = /^D[0-9]{6}\.L[0-9]{6}$/

/** The deliveries in a folder. */
export interface DeliveryFolder {
  /** The names of the deliveries, oldest first. A file with another name is none: it may be under way. */
  readonly list: () => ReadonlyArray<string>
  readonly read: (name: string) => string
  /** Overwrites a file before it removes it: a delivery holds persons, strangers included. */
  readonly remove: (name: string) => void
}

/** Each function throws as `node:fs` does. Deliveries are written in ISO 8859-1. */
export const openDeliveryFolder = (folder: string): DeliveryFolder => {
  const fileOf = (name: string): string => path.join(folder, name)
  return {
    list: () =>
      readdirSync(folder)
        .filter((name) => deliveryName.test(name))
        .sort(),
    read: (name) => readFileSync(fileOf(name), 'latin1'),
    remove: (name) => {
      writeFileSync(fileOf(name), Buffer.alloc(statSync(fileOf(name)).size), { flag: 'r+' })
      rmSync(fileOf(name))
    },
  }
}
