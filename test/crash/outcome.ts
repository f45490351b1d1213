import type { Address } from '../../domain/event/stream'
import type { Handled } from '../../domain/command-handling/handle'
import type { Position, Revision } from '../../domain/ports/event-store'

/** What an order came to, as it is told through the pipe. */
export type Outcome =
  | {
      readonly _tag: 'Done'
      readonly address: Address
      readonly revision: Revision
      /** Null when nothing had to happen. */
      readonly position: Position | null
      readonly repeated: boolean
    }
  | { readonly _tag: 'Refused'; readonly why: string }
  | { readonly _tag: 'Failed'; readonly why: string }

export type Done = Extract<Outcome, { readonly _tag: 'Done' }>

type Answered =
  | { readonly _tag: 'Left'; readonly left: { readonly _tag: string } }
  | { readonly _tag: 'Right'; readonly right: Handled<unknown> }

export const outcomeOf = (answered: Answered): Outcome => {
  if (answered._tag === 'Right') {
    const { address, revision, position, repeated } = answered.right
    return { _tag: 'Done', address, revision, position: position ?? null, repeated }
  }
  const { left } = answered
  return { _tag: left._tag === 'Refused' ? 'Refused' : 'Failed', why: JSON.stringify(left) }
}
