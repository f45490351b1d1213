import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused, type CommandError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { loadAggregate } from '../command-handling/load-aggregate'
import { withinContentLimits, type ContentIsRefused } from '../footage/content-limits'
import { footageAggregate } from '../footage/footage-aggregate'
import type { FootageRefusal } from '../footage/footage-refusal'
import type { FootageState, StoredFootage } from '../footage/footage-state'
import type { VideoType } from '../footage/video-type'
import type { ContentWriteError } from '../ports/content-store'
import type { StoredContent } from '../ports/footage-content'
import type { FootageId } from '../values/ids'
import type { UseCaseDependencies } from './use-case-dependencies'

/** A failure among the bytes that come. */
interface BytesFailure {
  readonly _tag: string
}

/** A recorder delivers the content of a recording. `E`: with what its bytes may fail on the way. */
interface StoreFootageRequest<E> {
  readonly footage: FootageId
  readonly videoType: VideoType
  readonly bytes: AsyncIterable<E | Uint8Array>
}

type Stored<E> = TE.TaskEither<E | CommandError<FootageRefusal | ContentIsRefused> | ContentWriteError, StoredContent>

const refuse = (refusal: FootageRefusal | ContentIsRefused) => TE.left(commandRefused(refusal))

/** The recording may be erased while its content comes, and its content may be refused. */
const refuseIfRefusal = <E extends BytesFailure>(
  error: E | ContentIsRefused | { readonly _tag: 'Erased' },
): E | CommandError<FootageRefusal | ContentIsRefused> => {
  if (error._tag === 'Erased') return commandRefused({ _tag: 'FootageIsErased' })
  return error._tag === 'ContentIsEmpty' || error._tag === 'ContentIsTooLarge'
    ? commandRefused({ _tag: error._tag })
    : (error as E)
}

const storeAndNote =
  ({ commandHandling, footageContent }: UseCaseDependencies) =>
  <E extends BytesFailure>({ footage, videoType, bytes }: StoreFootageRequest<E>): Stored<E> =>
    pipe(
      footageContent.store(footage, withinContentLimits(bytes)),
      TE.mapLeft(refuseIfRefusal),
      TE.chainFirstW((content) =>
        pipe(
          handleCommand(commandHandling)(footageAggregate)(footage)({
            ...{ type: 'NoteStoredFootage', footage, videoType, ...content },
          }),
          TE.orElseFirstW(() => footageContent.remove(footage)),
        ),
      ),
    )

/** The same content again is no error: whoever sent it may have lost the answer. */
const compare =
  ({ footageContent }: UseCaseDependencies, { size, digest }: StoredFootage) =>
  <E extends BytesFailure>(bytes: AsyncIterable<E | Uint8Array>): Stored<E> =>
    pipe(
      footageContent.measure(withinContentLimits(bytes)),
      TE.mapLeft(refuseIfRefusal),
      TE.chainW((content) =>
        content.digest === digest ? TE.right({ size, digest }) : refuse({ _tag: 'FootageIsStoredAlready' }),
      ),
    )

const storeByState =
  (dependencies: UseCaseDependencies) =>
  <E extends BytesFailure>(request: StoreFootageRequest<E>) =>
  (state: FootageState): Stored<E> => {
    switch (state._tag) {
      case 'NoFootage':
        return refuse({ _tag: 'FootageIsUnknown' })
      case 'Recorded':
        return storeAndNote(dependencies)(request)
      case 'Stored':
        return compare(dependencies, state)(request.bytes)
      case 'Ended':
        return refuse({ _tag: 'FootageIsErased' })
    }
  }

/**
 * Stores the content of a registered recording, once. What was stored is removed again when the recording is erased
 * meanwhile, or when its event cannot be recorded.
 */
export const storeFootage =
  (dependencies: UseCaseDependencies) =>
  <E extends BytesFailure>(request: StoreFootageRequest<E>): Stored<E> =>
    pipe(
      loadAggregate(dependencies.commandHandling)(footageAggregate)(request.footage),
      TE.chainW(({ state }) => storeByState(dependencies)(request)(state)),
      dependencies.namedLock(`content of ${request.footage}`),
    )
