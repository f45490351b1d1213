import * as TE from 'fp-ts/TaskEither'
import type { ContentStore } from '../../../domain/ports/content-store'

/** A store that gives back and removes what it has, and takes nothing: its process alone would find it. */
export const takeNoContent = (store: ContentStore): ContentStore => ({
  ...store,
  put: () => TE.left({ _tag: 'ContentStoreIsNotShared' }),
})
