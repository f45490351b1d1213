import type { LogName } from '../../../domain/event/stream'
import type { LibraryId } from '../../../retention/keys/kek-ring'

/**
 * The name of a log in its heads and keys. It never changes: it has the id of the library and not its address, which may
 * change.
 */
export const originOf = (library: LibraryId, log: LogName): string => `glemsom/${library}/${log}`
