import type { OpenedPart } from '../../../domain/ports/scope-keys'
import type { UnreadValue } from '../../../domain/replay/replayed-value'

/** A part as it was opened, or withheld from its reader. */
export type ShownPart = OpenedPart | { readonly _tag: 'Withheld' }

/** Whether nothing is known to be wrong with a part: it was opened, or it is withheld. */
export const isLivingPart = (part: ShownPart | undefined): boolean =>
  part?._tag === 'Plain' || part?._tag === 'Withheld'

/** A part that was opened, or the reason why not, as the columns of an event show it. */
export const toShownPart = (part: OpenedPart | UnreadValue): ShownPart => {
  if ('_tag' in part) return part
  switch (part.status) {
    case 'erased':
      return { _tag: 'Erased' }
    case 'withheld':
      return { _tag: 'Withheld' }
    case 'unavailable':
      return { _tag: 'Unavailable', reason: part.reason }
    case 'damaged':
      return { _tag: 'Corrupt', reason: part.reason }
  }
}
