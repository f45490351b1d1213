import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Instant } from '../../../domain/values/instant'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import type { TransparencyOperations } from '../../processes/running-library/transparency-operations'
import type { Witness } from '../../outside/witnesses/submit-head'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { openHeadFolder } from '../../stores/heads/open-head-folder'
import { openTreeThread } from '../../stores/eventstore/trees/open-tree-thread'
import { lastListableClosing } from '../operations/last-listable-closing'
import { deriveLastingKey } from '../stores/derive-keys-of-derived-stores'
import type { LibraryStores } from '../stores/library-stores'
import type { OpenStoresError } from '../stores/primary-stores'
import { createTransparencyOperations } from './create-transparency-operations'

/** What the trees of a library need. */
interface TransparencyStores {
  readonly stores: LibraryStores
  readonly layout: DataFolderLayout
  readonly alarm: AlarmReporter
  readonly witnesses: ReadonlyArray<Witness>
}

/**
 * Opens the trees and the signed heads of both logs. Undefined where no other thread can read the logs: while they are
 * written in bulk, the trees wait until the library is opened again.
 */
export const openTransparency = ({
  stores,
  layout,
  alarm,
  witnesses,
}: TransparencyStores): TE.TaskEither<OpenStoresError, TransparencyOperations | undefined> => {
  const { logPlaces } = stores
  if (logPlaces === undefined) return TE.right(undefined)
  return pipe(
    deriveLastingKey(stores),
    TE.map((key) =>
      createTransparencyOperations({
        ring: stores.ring,
        logs: stores.logs,
        heads: openHeadFolder(layout.heads),
        trees: openTreeThread({ file: layout.trees, key, places: logPlaces }),
        listablePersons: async () => (await lastListableClosing(stores))?.position,
        witnesses,
        leases: stores.coordination.leases,
        worldTime: () => new Date().toISOString() as Instant,
        alarm,
      }),
    ),
  )
}
