import * as E from 'fp-ts/Either'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { allReadModels } from '../../../projections/all-read-models'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { LibraryStores } from '../stores/library-stores'

/** Deletes the rows of all read models and folds them again from the logs. Answers how many read models there are. */
export const createRebuildReadModels =
  (stores: LibraryStores, projectorGroup: ProjectorGroup): RunningLibrary['rebuildReadModels'] =>
  (reportFolded) =>
  async (): Promise<E.Either<EventReadError, number>> => {
    for (const { name } of allReadModels) {
      const reset = stores.readModels.reset(name)
      if (E.isLeft(reset)) return E.left({ _tag: 'Unavailable', reason: reset.left.reason })
    }
    const caughtUp = await projectorGroup.catchUp()
    if (E.isLeft(caughtUp)) return caughtUp
    stores.readModels.commit()
    reportFolded(allReadModels.length)
    return E.right(allReadModels.length)
  }
