import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ScopeKeys } from '../../../domain/ports/scope-keys'
import type { MessageId, ScopeId } from '../../../domain/values/ids'

export type KeysToDeriveFrom = Pick<ScopeKeys, 'deriveIdsUnder'>

/** The name of a message outside the library (see `OutgoingMessage`). Left: its key is erased, or cannot be read. */
export const referenceOfMessage = (keys: KeysToDeriveFrom) => (message: MessageId) =>
  pipe(
    keys.deriveIdsUnder(message as string as ScopeId),
    TE.map((deriveId) => deriveId('name outside the library')),
  )
