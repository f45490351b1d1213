import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ContentStore, ContentStoreUnavailable } from '../../../domain/ports/content-store'
import type { PartScope } from '../../../domain/ports/scope-keys'
import type { FootageId } from '../../../domain/values/ids'
import { recordingById } from '../../../projections/video/video-queries'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import { openContentFolder } from '../../stores/contents/open-content-folder'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { PurgeableStore } from '../../../retention/derived-stores/purged-stores'

/** The files of recordings, from which those of erased recordings are removed. */
export interface FootageFiles {
  readonly store: ContentStore
  readonly purgeable: PurgeableStore
  /** Removes the files of recordings that are erased or unknown: a killed process may have left them. */
  readonly removeForgotten: TE.TaskEither<ContentStoreUnavailable, void>
}

const footageAmong = (scopes: ReadonlyArray<PartScope>): ReadonlyArray<string> =>
  scopes.filter(({ class: name }) => name === 'footage').map(({ scope }) => scope)

const footageFilesIn = (store: ContentStore, rows: ReadModelRows): FootageFiles => ({
  store,
  purgeable: {
    purge: (scopes) => {
      const ids = footageAmong(scopes)
      return ids.length === 0
        ? TE.right(undefined)
        : pipe(
            store.remove(ids),
            TE.mapLeft(() => ({ _tag: 'PortFailed', reason: 'a file of a recording cannot be removed' }) as const),
          )
    },
    count: (scopes) => footageAmong(scopes).filter(store.has).length,
  },
  removeForgotten: pipe(
    store.list,
    TE.chain((ids) => store.remove(ids.filter((id) => recordingById(id as FootageId)(rows) === undefined))),
  ),
})

/** The files of the recordings of a library: in its folder, unless it names another store. */
export const openFootageFiles = (
  layout: Pick<DataFolderLayout, 'footage'>,
  { footageStore }: { readonly footageStore?: ContentStore },
  rows: ReadModelRows,
): FootageFiles => footageFilesIn(footageStore ?? openContentFolder(layout.footage), rows)
