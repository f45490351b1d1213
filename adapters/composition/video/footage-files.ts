import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ContentStore, ContentStoreUnavailable } from '../../../domain/ports/content-store'
import type { PartScope } from '../../../domain/ports/scope-keys'
import type { FootageId, ScopeId } from '../../../domain/values/ids'
import { recordingById } from '../../../projections/video/video-queries'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import { openContentFolder } from '../../stores/contents/open-content-folder'
import { takeNoContent } from '../../stores/contents/take-no-content'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { PurgeableStore } from '../../../retention/derived-stores/purged-stores'

/** The files of recordings, from which those of erased recordings are removed. */
export interface FootageFiles {
  readonly store: ContentStore
  readonly purgeable: PurgeableStore
  /** Removes the files of recordings that are erased, or unknown to the only process: a killed process may have left them. */
  readonly removeForgotten: TE.TaskEither<ContentStoreUnavailable, void>
}

const footageAmong = (scopes: ReadonlyArray<PartScope>): ReadonlyArray<string> =>
  scopes.filter(({ class: name }) => name === 'footage').map(({ scope }) => scope)

const footageFilesIn = (store: ContentStore, isForgotten: (id: string) => boolean): FootageFiles => ({
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
    TE.chain((ids) => store.remove(ids.filter(isForgotten))),
  ),
})

interface FootagePlaces {
  readonly footageStore?: ContentStore
  /** The folder that all processes share; undefined: that of the data folder. */
  readonly footageFolder?: string | undefined
  /** Opens logs and keys on servers, which several processes share. */
  readonly openPrimaryStores?: unknown
}

/** Other processes do not find what lies in the data folder of one, so nothing is put there. */
const storeOf = (
  layout: Pick<DataFolderLayout, 'footage'>,
  { footageStore, footageFolder, openPrimaryStores }: FootagePlaces,
): ContentStore => {
  if (footageStore !== undefined) return footageStore
  if (footageFolder !== undefined) return openContentFolder(footageFolder)
  const ownFolder = openContentFolder(layout.footage)
  return openPrimaryStores === undefined ? ownFolder : takeNoContent(ownFolder)
}

/** The files of the recordings of a library: in its folder, unless it names another folder or store. */
export const openFootageFiles = (
  layout: Pick<DataFolderLayout, 'footage'>,
  places: FootagePlaces,
  rows: ReadModelRows,
  schedule: Pick<Schedule, 'isEnded'>,
): FootageFiles => {
  const isUnknown = (id: string): boolean => recordingById(id as FootageId)(rows) === undefined
  /** Another process may be storing the content of a recording that this process has not read of. */
  const isErased = (id: string): boolean => schedule.isEnded(id as ScopeId)
  return footageFilesIn(storeOf(layout, places), places.openPrimaryStores === undefined ? isUnknown : isErased)
}
