import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { commandRefused } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { footageAggregate } from '../footage/footage-aggregate'
import type { FootageEvent } from '../footage/footage-event'
import type { FootageRefusal } from '../footage/footage-refusal'
import type { PolicyByDay } from '../policy/policy-by-day'
import type { BranchId, CameraId, FootageId } from '../values/ids'
import { dayOf, type Instant } from '../values/instant'
import type { CommandMetadata } from './command-metadata'
import type { UseCaseIds } from './repeatable-ids-of-use-case'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'

/** A recorder registers what a camera has recorded. */
interface RecordFootageRequest extends CommandMetadata {
  readonly branch: BranchId
  readonly camera: CameraId
  readonly from: Instant
  readonly until: Instant
}

/** Whether a branch has a camera at a moment. A library that names no cameras accepts each. */
export const isKnownCamera =
  (policy: PolicyByDay) =>
  (branch: BranchId, camera: CameraId, at: Instant): boolean => {
    const { branches } = policy(dayOf(at))
    const isAnyNamed = branches.some(({ cameras }) => cameras.length > 0)
    return !isAnyNamed || branches.some(({ code, cameras }) => code === branch && cameras.includes(camera))
  }

const footageFromIds = (ids: UseCaseIds): FootageId => ids.idFor('footage') as FootageId

/** Registers a recording. Its content is stored afterwards, by `storeFootage`. */
export const recordFootage =
  (dependencies: UseCaseDependencies) =>
  (request: RecordFootageRequest): UseCaseResult<FootageRefusal, FootageEvent, { readonly footage: FootageId }> =>
    runUseCaseWithIds(dependencies)(request, (ids) => streamAddressOfAggregate(footageAggregate)(footageFromIds(ids)))(
      (ids) => {
        const { branch, camera, from, until, at } = request
        if (!isKnownCamera(dependencies.policy)(branch, camera, from))
          return TE.left(commandRefused<FootageRefusal>({ _tag: 'CameraIsUnknown' }))
        const footage = footageFromIds(ids)
        return pipe(
          handleCommand(dependencies.commandHandling)(footageAggregate)(footage, ids.cause)({
            ...{ type: 'RecordFootage', footage, branch, camera, from, until, now: at },
          }),
          TE.map((handled) => ({ ...handled, footage })),
        )
      },
    )
