import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import { monthOf } from '../../domain/values/month'

/** The steps of an erasure, in their order. */
export const stepNames = ['declare', 'fence', 'checkpoint', 'evict', 'purge', 'verify', 'certify'] as const
export type StepName = (typeof stepNames)[number]

/** A step did not succeed; nothing was signed, and the next run goes on from here. The reason names no scope. */
export interface StepFailed {
  readonly _tag: 'StepFailed'
  readonly step: StepName
  readonly reason: string
}

/** A step that succeeded for every scope, with its day (in persons its month). */
export interface StepDone {
  readonly step: StepName
  readonly on: string
  readonly result: 'done'
}

export const stepFailed =
  (step: StepName) =>
  (reason: string): StepFailed => ({ _tag: 'StepFailed', step, reason })

/** What went wrong behind a port: some errors say why, the others are their own name. */
interface Failure {
  readonly _tag: string
  readonly reason?: string
}

export const failing =
  (step: StepName) =>
  <A>(task: TE.TaskEither<Failure, A>): TE.TaskEither<StepFailed, A> =>
    pipe(
      task,
      TE.mapLeft(({ _tag, reason }) => stepFailed(step)(reason ?? _tag)),
    )

/** The day as a log may bear it: *persons* runs in months. */
export const stamp = (log: LogName, day: Day): string => (log === 'persons' ? monthOf(day) : day)

export const done = (step: StepName, on: string): StepDone => ({ step, on, result: 'done' })
