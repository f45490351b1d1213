import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { MessageId, NoticeId } from '../../../domain/values/ids'
import { messageById } from '../../../projections/messages/message-queries'
import { noticeById } from '../../../projections/notices/notice-queries'
import type { PartScope } from '../../../domain/ports/scope-keys'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { PurgeableStore } from '../../../retention/derived-stores/purged-stores'
import type { OutboxFolder } from '../../outside/messages/outbox-folder'

/** The outbox folder of a library, from which forgotten messages are removed. */
export interface Outbox {
  readonly sender: OutboxFolder['sender']
  readonly purgeable: PurgeableStore
  /**
   * Removes the files of messages that the library has forgotten. A folder that cannot be written is tried again later. The
   * folder is read only after something was sent into it, and once after the start.
   */
  readonly removeForgotten: () => Promise<void>
}

/** The scopes whose end takes a file. */
const takesFiles = ({ class: scopeClass }: PartScope): boolean => ['message', 'notice', 'borrower'].includes(scopeClass)

/** A file belongs to a message or notice that the read models still have; the scope of a borrower takes all files of the borrower. */
export const createOutbox = ({ sender, list, remove }: OutboxFolder, rows: ReadModelRows): Outbox => {
  const removeFiles = (ids: ReadonlyArray<string>) =>
    TE.tryCatch(
      () => remove(ids),
      () => ({ _tag: 'PortFailed', reason: 'a file of the outbox cannot be removed' }) as const,
    )
  const isKnown = (id: string): boolean =>
    messageById(id as MessageId)(rows) !== undefined || noticeById(id as NoticeId)(rows) !== undefined
  const forgotten = (): ReadonlyArray<string> => list().filter((id) => !isKnown(id))
  const filesOf = (scopes: ReadonlyArray<PartScope>): ReadonlyArray<string> => {
    if (!scopes.some(takesFiles)) return []
    const ids = new Set<string>(scopes.map(({ scope }) => scope))
    return [...new Set([...list().filter((message) => ids.has(message)), ...forgotten()])]
  }
  // A message may be written while it is forgotten; and a process that was killed may have left it.
  let mayHoldForgotten = true
  return {
    sender: (channel) => {
      const { send } = sender(channel)
      return {
        send: (outgoing) => async () => {
          const sent = await send(outgoing)()
          mayHoldForgotten = true
          return sent
        },
      }
    },
    removeForgotten: async () => {
      if (!mayHoldForgotten) return
      mayHoldForgotten = false
      const removed = await removeFiles(forgotten())()
      if (E.isLeft(removed)) mayHoldForgotten = true
    },
    purgeable: {
      purge: (scopes) => () => removeFiles(filesOf(scopes))(),
      count: (scopes) => filesOf(scopes).length,
    },
  }
}
