import { statSync } from 'node:fs'

/** The number of the device that a file or folder is on; undefined when it cannot be read. */
const deviceOf = (place: string): number | undefined => statSync(place, { throwIfNoEntry: false })?.dev

/**
 * What to tell an operator whose ring of wrapping keys is on the device of the data folder: a copy of that device opens
 * everything, also what is erased later. Undefined when the ring is on another device.
 */
export const ringOnDataDeviceWarning = (dataFolder: string, ring: string): string | undefined =>
  deviceOf(dataFolder) === deviceOf(ring)
    ? `The ring of wrapping keys (${ring}) is on the same device as the data. Whoever copies that device can open what is erased later. In production move the ring to another device, and name it with --ring or RING.`
    : undefined
