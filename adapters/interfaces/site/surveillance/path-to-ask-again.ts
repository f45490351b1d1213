import type { ShownErasure } from '../../pages/surveillance/shown-surveillance'
import type { HttpCaller } from '../../http/tokens/caller'

interface RequestOfReader {
  readonly by: string
  readonly role: string
  readonly footage: string | null
}

/** The page with the form of a request; undefined for somebody else, and when the recording is erased. */
export const pathToAskAgain = (
  { by, role, footage }: RequestOfReader,
  erasure: ShownErasure | undefined,
  caller: HttpCaller,
): string | undefined => {
  if (caller.role === 'anyone' || caller.role !== role || caller.subject !== by || erasure === 'isErased')
    return undefined
  return footage === null ? '/vagt/live' : `/vagt/optagelser/${footage}`
}
