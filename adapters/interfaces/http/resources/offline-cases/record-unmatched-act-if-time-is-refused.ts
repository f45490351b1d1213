import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { RecordUnmatchedAct } from '../../../../../domain/copy/commands/record-unmatched-act'
import type { UnmatchedReason } from '../../../../../domain/copy/events/unmatched-act-recorded'
import type { CommandOrigin } from '../../../../../domain/use-cases/command-metadata'
import { recordUnmatchedAct } from '../../../../../domain/use-cases/record-unmatched-act'
import type { CopyId } from '../../../../../domain/values/ids'
import type { Instant } from '../../../../../domain/values/instant'
import type { HttpFailure } from '../../problems/http-failure'
import type { RouteRequest } from '../../route/route-handler'

type Context = Pick<RouteRequest<unknown, unknown, unknown>, 'library' | 'origin'>
type ActToRecord = Pick<RecordUnmatchedAct, 'act' | 'branch' | 'presented'> & {
  /** The time that the caller sent. */
  readonly at: Instant | undefined
}

/** The key is recognised from the day on which it comes: the day of the act is too long ago, or still to come. */
const fromToday = (origin: CommandOrigin): CommandOrigin =>
  origin._tag === 'Keyed' ? { _tag: 'KeyedToday', key: origin.key } : origin

type FailureOfTime = Extract<HttpFailure, { readonly _tag: 'TooLate' | 'ActIsInTheFuture' }>

/** Why an act is not run because of its time. */
const reasonsOfTime: Readonly<Record<FailureOfTime['_tag'], UnmatchedReason>> = {
  TooLate: 'tooLongAgo',
  ActIsInTheFuture: 'inTheFuture',
}

const isFailureOfTime = (failure: HttpFailure): failure is FailureOfTime => failure._tag in reasonsOfTime

/**
 * An act that is too long ago, or on a day to come, is not run. It becomes a case for staff, and the caller learns what
 * is wrong with its time.
 */
export const recordUnmatchedActIfTimeIsRefused =
  ({ library: { useCaseDependencies }, origin }: Context, copy: CopyId, { at, ...act }: ActToRecord) =>
  <A>(running: TE.TaskEither<HttpFailure, A>): TE.TaskEither<HttpFailure, A> => {
    if (at === undefined) return running
    const recordCase = (failure: HttpFailure): TE.TaskEither<HttpFailure, A> => {
      if (!isFailureOfTime(failure)) return TE.left(failure)
      const because = reasonsOfTime[failure._tag]
      const metadata = { at: useCaseDependencies.commandHandling.clock.now(), origin: fromToday(origin) }
      return pipe(
        recordUnmatchedAct(useCaseDependencies)(copy, metadata)({ ...act, at, because }),
        TE.mapLeft((error): HttpFailure => error),
        TE.chain((): TE.TaskEither<HttpFailure, A> => TE.left({ ...failure, hasCase: true })),
      )
    }
    return pipe(running, TE.orElse(recordCase))
  }
