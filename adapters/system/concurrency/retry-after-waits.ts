import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import { setTimeout } from 'node:timers/promises'

/** When a step is tried again. */
export interface RetryRules<Err> {
  /** Ms to wait before each further attempt. */
  readonly waits: ReadonlyArray<number>
  /** Whether the same step may succeed later. */
  readonly mayPass: (error: Err) => Task<boolean>
  /** Called before each wait. */
  readonly onTrouble: ((error: Err, wait: number) => void) | undefined
}

/** Ms. Two minutes in all: a server that is started again, or a disk that was full, answers by then or needs somebody. */
export const usualRetryWaitsInMs: ReadonlyArray<number> = [100, 400, 1000, 2000, 5000, 10_000, 20_000, 40_000, 40_000]

/** Repeats a step after an error that may pass. The step must change nothing more when it is repeated. */
export const retryAfterWaits =
  <Err>({ waits, mayPass, onTrouble }: RetryRules<Err>) =>
  <A>(step: TaskEither<Err, A>): TaskEither<Err, A> =>
  async () => {
    for (const wait of waits) {
      const outcome = await step()
      if (E.isRight(outcome) || !(await mayPass(outcome.left)())) return outcome
      onTrouble?.(outcome.left, wait)
      await setTimeout(wait)
    }
    return step()
  }

const passingTags: ReadonlySet<string> = new Set(['StoreUnavailable', 'Unavailable', 'StoreBusy'])

/** Whether the tag of an error says that a store or the keys did not answer, or were busy. */
export const isTransientErrorTag = (tag: string): boolean => passingTags.has(tag)
