import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused, type CommandError } from '../command-handling/command-error'
import { loadAggregate } from '../command-handling/load-aggregate'
import { footageAggregate } from '../footage/footage-aggregate'
import type { FootageRefusal } from '../footage/footage-refusal'
import type { FootageState, StoredFootage } from '../footage/footage-state'
import type { FootageId } from '../values/ids'
import type { VideoRequestRefusal } from '../viewing/video-request-refusal'
import type { UseCaseDependencies } from './use-case-dependencies'

type Loaded = TE.TaskEither<CommandError<FootageRefusal | VideoRequestRefusal>, StoredFootage>

const refuse = (refusal: FootageRefusal | VideoRequestRefusal): Loaded => TE.left(commandRefused(refusal))

const requireStored = (state: FootageState): Loaded => {
  switch (state._tag) {
    case 'NoFootage':
      return refuse({ _tag: 'FootageIsUnknown' })
    case 'Recorded':
      return refuse({ _tag: 'FootageIsNotStored' })
    case 'Stored':
      return TE.right(state)
    case 'Ended':
      return refuse({ _tag: 'FootageIsErased' })
  }
}

/** A recording with its content. Refused: `FootageIsUnknown`, `FootageIsNotStored`, `FootageIsErased`. */
export const loadStoredFootage =
  ({ commandHandling }: Pick<UseCaseDependencies, 'commandHandling'>) =>
  (footage: FootageId): Loaded =>
    pipe(
      loadAggregate(commandHandling)(footageAggregate)(footage),
      TE.chainW(({ state }) => requireStored(state)),
    )
