import type * as t from 'io-ts'
import { brandedStringCodec } from './branded-string-codec'

/** The longest volume, in characters. The width of the text below follows from it, so it never grows. */
const longestVolume = 20

/** The volume (bind, årgang, hæfte) of a copy of a periodical, in letters, digits and `./:-`: `2026/3`. */
export const Volume = brandedStringCodec('Volume', /^[0-9A-Za-z](?:[0-9A-Za-z ./:-]{0,18}[0-9A-Za-z])?$/, '2026/3')
export type Volume = t.TypeOf<typeof Volume>

/**
 * A volume as the event of a reservation has it: a text of one width, also for any volume, so that the size of the sealed
 * part does not tell the volume.
 */
export const textOfVolume = (volume: Volume | null): string => (volume ?? '').padEnd(longestVolume)

/** The volume in such a text; null for any volume. */
export const volumeOfText = (text: string): Volume | null => {
  const volume = text.trimEnd()
  return volume === '' ? null : (volume as Volume)
}

/** Whether a copy of one volume serves a wish for another: null is any volume in a wish, and none on a copy. */
export const isVolumeServedBy =
  (copy: Volume | null) =>
  (wanted: Volume | null): boolean =>
    wanted === null || wanted === copy

/** Whether one copy can serve two wishes. */
export const doVolumesOverlap = (one: Volume | null, other: Volume | null): boolean =>
  one === null || other === null || one === other
