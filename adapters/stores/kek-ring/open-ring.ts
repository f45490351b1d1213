import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { makeKekRingInFiles, openKekRingInFiles, type SeparateRingFolders } from './files/open-kek-ring-in-files'
import type { RingNotPrivate } from './files/require-private-ring'
import { makeHardwareModuleRing, openHardwareModuleRing } from './module/open-hardware-module-ring'
import type { HardwareModuleSettings } from './module/hardware-module-settings'

/** Where a ring is, beside its folder. */
interface RingOptions extends SeparateRingFolders {
  /** The hardware module of the wrapping keys; undefined: they are in the files of the ring. */
  readonly module?: HardwareModuleSettings | undefined
}

/** Opens the ring in a folder, with its wrapping keys in files or in a module. */
export const openRing = (
  folder: string,
  { module, ...others }: RingOptions = {},
): TaskEither<Unavailable | RingNotPrivate, KekRing> =>
  module === undefined ? openKekRingInFiles(folder, others) : openHardwareModuleRing(folder, others, module)

/** Makes the ring of a new library in a folder. Unavailable when the folder has a ring already. */
export const makeRing = (folder: string, { module, ...others }: RingOptions = {}): TaskEither<Unavailable, KekRing> =>
  module === undefined ? makeKekRingInFiles(folder, others) : makeHardwareModuleRing(folder, others, module)
