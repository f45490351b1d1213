import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { commandRefused, type CommandError, type InfrastructureError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { disclosureAggregate } from '../disclosure/disclosure-aggregate'
import type { DisclosureId, ViewingId } from '../values/ids'
import { dayOf } from '../values/instant'
import { monthOf } from '../values/month'
import type { CopyRequestOfPolice, VideoRequest, VideoRequester } from '../viewing/video-request'
import type { ViewingEvent } from '../viewing/viewing-event'
import { viewingAggregate } from '../viewing/viewing-aggregate'
import { findVideoRefusal } from '../viewing/who-may-see-video'
import type { VideoRequestRefusal } from '../viewing/video-request-refusal'
import type { CommandMetadata } from './command-metadata'
import type { UseCaseIds } from './repeatable-ids-of-use-case'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'

/** Somebody of the library asks to look at video, or for a copy of a recording. */
export interface VideoUseCaseRequest extends CommandMetadata {
  readonly requester: VideoRequester
  readonly request: VideoRequest
  /** Whether the person proved who they are within the last minutes. */
  readonly hasFreshLogIn: boolean
}

const viewingFromIds = (ids: UseCaseIds): ViewingId => ids.idFor('viewing') as ViewingId

/** The police, as the record of a disclosure names them. It names no officer, because it stays for five years. */
const policeName = 'Politiet'

/** Before the copy leaves the library: a disclosure without a record would be worse than a record without one. */
const recordDisclosure = (
  { commandHandling }: UseCaseDependencies,
  { basis, caseNumber }: CopyRequestOfPolice,
  { at }: VideoRequester,
  ids: UseCaseIds,
): TE.TaskEither<InfrastructureError | CommandError<never>, unknown> => {
  const disclosure = ids.idFor('disclosure') as DisclosureId
  return handleCommand(commandHandling)(disclosureAggregate)(disclosure)({
    ...{ type: 'RecordDisclosure', disclosure, madeIn: monthOf(dayOf(at)), recipient: policeName, basis, caseNumber },
  })
}

const decide = (
  dependencies: UseCaseDependencies,
  { requester, request, hasFreshLogIn }: VideoUseCaseRequest,
  ids: UseCaseIds,
): UseCaseResult<VideoRequestRefusal, ViewingEvent, { readonly viewing: ViewingId }> => {
  const viewing = viewingFromIds(ids)
  const because = findVideoRefusal(requester, request)
  if (because === undefined && !hasFreshLogIn) return TE.left(commandRefused({ _tag: 'LogInIsNotFresh' }))
  const isCopyGranted = because === undefined && request.act === 'copy' && request.isForPolice
  const before: TE.TaskEither<CommandError<never>, unknown> = isCopyGranted
    ? recordDisclosure(dependencies, request, requester, ids)
    : TE.right(undefined)
  return pipe(
    before,
    TE.chain(() =>
      handleCommand(dependencies.commandHandling)(viewingAggregate)(viewing, ids.cause)({
        ...{ type: 'DecideVideoRequest', viewing, requester, request },
      }),
    ),
    TE.chainW((handled) =>
      because === undefined || because === 'noGroundFound'
        ? TE.right({ ...handled, viewing })
        : TE.left(commandRefused<VideoRequestRefusal>({ _tag: 'VideoRequestIsRefused', because })),
    ),
  )
}

/**
 * Grants or refuses a request, and records it either way with its reason. A request that is granted needs a fresh log-in;
 * without one nothing is recorded. A copy for the police is recorded as a disclosure too. Whoever finds no ground for a
 * request of the police has done what they came for: that is no failure.
 */
export const requestVideo =
  (dependencies: UseCaseDependencies) =>
  (request: VideoUseCaseRequest): UseCaseResult<VideoRequestRefusal, ViewingEvent, { readonly viewing: ViewingId }> =>
    runUseCaseWithIds(dependencies)(request, (ids) => streamAddressOfAggregate(viewingAggregate)(viewingFromIds(ids)))(
      (ids) => decide(dependencies, request, ids),
    )
