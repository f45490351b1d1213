import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'

/** Reports how much of the work is done, and how much there is. */
export type ReportWorkProgress = (done: number, total: number) => void

/** How far work has come. `total` is 0 until the work has told it. */
interface WorkUnderWay {
  readonly _tag: 'UnderWay'
  readonly done: number
  readonly total: number
}

/** How far work has come, or what it has led to. */
export type WorkState<Err, A> = WorkUnderWay | { readonly _tag: 'Done'; readonly outcome: E.Either<Err, A> }

/** Work that takes longer than a request may wait. It is done once at a time, beside the requests of this process. */
export interface BackgroundWork<Err, A> {
  /**
   * Answers how far the work has come, or its outcome of today; begins it when there is neither. What went wrong is told
   * once: whoever asks after that begins the work again. Throws what the work has thrown.
   */
  readonly state: () => WorkState<Err, A>
  /** Begins the work again, unless it is under way. */
  readonly beginAnew: () => void
}

/** Creates work whose outcome is shown until the day ends, by `today`, or until somebody asks for a new one. */
export const createBackgroundWork = <Err, A>(
  run: (reportProgress: ReportWorkProgress) => TaskEither<Err, A>,
  today: () => string,
): BackgroundWork<Err, A> => {
  type Current = WorkState<Err, A> | { readonly _tag: 'Threw'; readonly error: unknown }
  let current: (Current & { readonly begunOn: string }) | undefined

  const begin = (): WorkUnderWay => {
    const begunOn = today()
    const show = (state: Current): void => {
      current = { ...state, begunOn }
    }
    const begun = { _tag: 'UnderWay', done: 0, total: 0 } as const
    show(begun)
    void run((done, total) => {
      show({ _tag: 'UnderWay', done, total })
    })().then(
      (outcome) => {
        show({ _tag: 'Done', outcome })
      },
      (error: unknown) => {
        show({ _tag: 'Threw', error })
      },
    )
    return begun
  }

  return {
    state: () => {
      const shown = current
      if (shown?._tag === 'UnderWay') return shown
      if (shown?.begunOn !== today()) return begin()
      if (shown._tag === 'Done' && E.isRight(shown.outcome)) return shown
      current = undefined
      if (shown._tag === 'Threw') throw shown.error
      return shown
    },
    beginAnew: () => {
      if (current?._tag !== 'UnderWay') begin()
    },
  }
}
