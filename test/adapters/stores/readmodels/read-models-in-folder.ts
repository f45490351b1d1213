import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import {
  openDerivedStores,
  derivedFileSettingsForDurableLogs,
  type KeysOfDerivedStores,
} from '../../../../adapters/composition/stores/open-derived-stores'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import type { EventWithMetadata } from '../../../../domain/event/domain-event'
import type { ReadModelStore } from '../../../../projections/read-model/read-model-store'
import { arbitraryHistory } from '../../../arbitrary/history/arbitrary-history'
import { toScopesToPurge } from '../../../arbitrary/history/erase-scopes-of-history'
import { allReadModelRows, inMemoryReadModels, withMetadataIn } from '../../../fixtures/in-memory-read-models'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const folders: string[] = []

/** Removes the folders that were made. */
export const removeFolders = (): void => folders.forEach((folder) => rmSync(folder, { recursive: true }))

const [history] = fc.sample(arbitraryHistory(200), { seed: 7, numRuns: 1 })
export const circulation = withMetadataIn('circulation')(history!.circulation)
export const persons = withMetadataIn('persons')(history!.persons)
export const scopes = toScopesToPurge(history!.scopes)

export const newFolder = () => {
  const root = mkdtempSync(path.join(tmpdir(), 'glemsom-'))
  folders.push(root)
  return dataFolderLayout(root)
}

export const keyOf = (filling: number) => new Uint8Array(32).fill(filling)

export const openIn = (layout: ReturnType<typeof newFolder>, keys: KeysOfDerivedStores['readModels'] = [keyOf(7)]) => {
  const { schedule, readModels } = rightOrThrow(
    openDerivedStores(derivedFileSettingsForDurableLogs)(layout, {
      ...{ lasting: keyOf(7), blindIndexes: keyOf(0), readModels: keys },
    }),
  )
  return {
    readModels,
    close: () => {
      readModels.close()
      schedule.close()
    },
  }
}

export const fold = (
  store: Pick<ReadModelStore, 'foldEvents'>,
  ...pages: ReadonlyArray<ReadonlyArray<EventWithMetadata>>
) => pages.forEach((page) => rightOrThrow(store.foldEvents(page)))

export const rowsOf = (store: Pick<ReadModelStore, 'rows'>) => allReadModelRows(store)

export const expectedRows = (() => {
  const folded = inMemoryReadModels()
  fold(folded, circulation, persons)
  return allReadModelRows(folded)
})()

export const rowsOfScopes = ({ count }: Pick<ReadModelStore, 'count'>): number =>
  scopes.map(count).reduce((sum, rows) => sum + rows, 0)
