import type * as t from 'io-ts'
import { brandedStringCodec } from '../values/branded-string-codec'
import { Day } from '../values/day'

/** The number of a wrapping key, counted from 1, as it stands in the name of a stream. */
export const EpochNumber = brandedStringCodec('EpochNumber', /^[1-9][0-9]{0,8}$/, '7')
export type EpochNumber = t.TypeOf<typeof EpochNumber>

/**
 * The end of a wrapping key: on which day the next one took its place, and on which day it was destroyed. A copy of the
 * key store from before `supersededOn` needs this key, or an older one, which was destroyed before it.
 */
export const backupHorizonFields = { epoch: EpochNumber, supersededOn: Day, destroyedOn: Day }
