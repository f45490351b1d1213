import type { StreamAddress } from '../../domain/event/stream'
import type { CommandResult } from '../../domain/command-handling/handle-command'
import type { Position, Revision } from '../../domain/ports/event-store'

/** The outcome of a request, as the child process reports it. */
export type RequestOutcome =
  | {
      readonly _tag: 'Done'
      readonly address: StreamAddress
      readonly revision: Revision
      /** Null when the command appended no event. */
      readonly position: Position | null
      readonly repeated: boolean
    }
  | { readonly _tag: 'Refused'; readonly why: string }
  | { readonly _tag: 'Failed'; readonly why: string }

export type DoneOutcome = Extract<RequestOutcome, { readonly _tag: 'Done' }>

type UseCaseAnswer =
  | { readonly _tag: 'Left'; readonly left: { readonly _tag: string } }
  | { readonly _tag: 'Right'; readonly right: CommandResult<unknown> }

export const requestOutcomeOf = (answered: UseCaseAnswer): RequestOutcome => {
  if (answered._tag === 'Right') {
    const { address, revision, position, repeated } = answered.right
    return { _tag: 'Done', address, revision, position: position ?? null, repeated }
  }
  const { left } = answered
  return { _tag: left._tag === 'Refused' ? 'Refused' : 'Failed', why: JSON.stringify(left) }
}
