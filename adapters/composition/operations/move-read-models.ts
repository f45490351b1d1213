import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { EventDecoder } from '../../processes/projectors/event-decoder'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { ReplaceableReadModels } from '../../stores/readmodels/replaceable-read-models'
import {
  foldThenReplace,
  readModelsUnavailable,
  type FoldSources,
  type FoldThenReplaceDependencies,
} from './fold-then-replace'
import type { createRebuildReadModels } from './rebuild-read-models'

interface MovedStores extends FoldSources {
  readonly readModels: Pick<ReplaceableReadModels, 'copyToReplacement'>
}

/** What the move of read models needs besides the stores. */
interface MoveDependencies {
  readonly eventDecoder: EventDecoder
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
  readonly rebuildReadModels: ReturnType<typeof createRebuildReadModels>
}

/** Copies the rows in use, reads on in the logs from the checkpoints of the copy, and puts it in the place of the file. */
const copyAndUse = async (
  stores: MovedStores,
  readers: FoldThenReplaceDependencies,
  key: Uint8Array,
): Promise<E.Either<EventReadError, void>> => {
  const copied = await stores.readModels.copyToReplacement(key)()
  if (E.isLeft(copied)) return readModelsUnavailable(copied.left)
  try {
    return await foldThenReplace(copied.right, stores, readers, () => undefined)
  } finally {
    copied.right.discard()
  }
}

/**
 * Moves the read models into a file under another key. Those in use serve every query until the copy takes their place.
 * When they cannot be copied, they are folded anew from the logs.
 */
export const createMoveReadModels =
  (stores: MovedStores, { eventDecoder, projectorGroup, rebuildReadModels }: MoveDependencies) =>
  (key: Uint8Array): TaskEither<EventReadError, void> =>
  async () => {
    const moved = await copyAndUse(stores, { decoder: eventDecoder, projectorGroup }, key)
    return E.isRight(moved) ? moved : E.map(() => undefined)(await rebuildReadModels(() => undefined, key)())
  }
