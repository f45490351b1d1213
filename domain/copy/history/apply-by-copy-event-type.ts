import type { CopyEvent } from '../copy-event'

/** A function for some of the event types. */
type ByEventType<A> = { readonly [T in CopyEvent['type']]?: (event: Extract<CopyEvent, { type: T }>) => A }

/** What the function for the type of an event answers; undefined when there is none. */
export const applyByEventType =
  <A>(functions: ByEventType<A>) =>
  (event: CopyEvent): A | undefined =>
    (functions[event.type] as ((event: CopyEvent) => A) | undefined)?.(event)
