import type { Instant } from '../../../../domain/values/instant'

/** What is read of the logs beside requests. */
export type BackgroundContent<P> =
  | {
      readonly _tag: 'UnderWay'
      /** So many of `total` events are read; `total` is 0 until it is known. */
      readonly done: number
      readonly total: number
    }
  | {
      readonly _tag: 'Read'
      readonly content: P
      /** When the reading began. */
      readonly at: Instant
    }
