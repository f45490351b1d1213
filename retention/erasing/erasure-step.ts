import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import { monthOf } from '../../domain/values/month'

/** The steps of an erasure, in their order. */
export const erasureStepNames = ['declare', 'fence', 'checkpoint', 'evict', 'purge', 'verify', 'certify'] as const
export type ErasureStepName = (typeof erasureStepNames)[number]

/** A step failed. Nothing was signed, and the next run of the worker repeats the steps. The reason names no scope. */
export interface StepFailed {
  readonly _tag: 'StepFailed'
  readonly step: ErasureStepName
  readonly reason: string
}

/** A step that succeeded for every scope, with its day (in *persons*: its month). */
export interface CompletedErasureStep {
  readonly step: ErasureStepName
  readonly on: string
  readonly result: 'done'
}

export const erasureStepFailed =
  (step: ErasureStepName) =>
  (reason: string): StepFailed => ({ _tag: 'StepFailed', step, reason })

/** The error of a port: some carry a reason, the others only a tag. */
interface PortError {
  readonly _tag: string
  readonly reason?: string
}

/** Turns the error of a port into `StepFailed`; the reason is the error's reason, or else its tag. */
export const toErasureStepFailed =
  (step: ErasureStepName) =>
  <A>(task: TE.TaskEither<PortError, A>): TE.TaskEither<StepFailed, A> =>
    pipe(
      task,
      TE.mapLeft(({ _tag, reason }) => erasureStepFailed(step)(reason ?? _tag)),
    )

/** The date as a log may record it: the day in *circulation*, the month in *persons*. */
export const recordedDateFor = (log: LogName, day: Day): string => (log === 'persons' ? monthOf(day) : day)

export const completedErasureStepOf = (step: ErasureStepName, on: string): CompletedErasureStep => ({
  step,
  on,
  result: 'done',
})

/**
 * Completes a step of a run once its port has done the work, on the date of today as the log may record it. The error of
 * the port becomes `StepFailed`.
 */
export const completeErasureStep =
  (step: ErasureStepName, { today }: { readonly today: () => Day }, { log }: { readonly log: LogName }) =>
  (work: TE.TaskEither<PortError, unknown>): TE.TaskEither<StepFailed, CompletedErasureStep> =>
    pipe(
      work,
      toErasureStepFailed(step),
      TE.map(() => completedErasureStepOf(step, recordedDateFor(log, today()))),
    )
