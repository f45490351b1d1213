import * as E from 'fp-ts/Either'
import type { MessageId } from '../../../domain/values/ids'
import { messageById } from '../../../projections/messages/message-queries'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { PurgeableStore } from '../../../retention/derived-stores/purged-stores'
import type { OutboxFolder } from '../../outside/messages/outbox-folder'

/** The outbox folder of a library, from which forgotten messages are removed. */
export interface Outbox {
  readonly sender: OutboxFolder['sender']
  readonly purgeable: PurgeableStore
  /** Removes the files of messages that the library has forgotten. A folder that cannot be written is tried again later. */
  readonly removeForgotten: () => void
}

/** A file belongs to a message that the read models still have; the scope of a borrower takes those of all messages. */
export const createOutbox = ({ sender, list, remove }: OutboxFolder, rows: ReadModelRows): Outbox => {
  const forgotten = (): ReadonlyArray<string> =>
    list().filter((message) => messageById(message as MessageId)(rows) === undefined)
  const removeForgotten = () =>
    E.tryCatch(
      () => remove(forgotten()),
      () => undefined,
    )
  return {
    sender,
    removeForgotten,
    purgeable: {
      purge: (scopes) => () => {
        const ids = new Set<string>(scopes.map(({ scope }) => scope))
        const removed = E.tryCatch(
          () => remove([...new Set([...list().filter((message) => ids.has(message)), ...forgotten()])]),
          () => ({ _tag: 'PortFailed', reason: 'a file of the outbox cannot be removed' }) as const,
        )
        return Promise.resolve(removed)
      },
      count: (scopes) => {
        const ids = new Set<string>(scopes.map(({ scope }) => scope))
        const left = new Set(forgotten())
        return list().filter((message) => ids.has(message) || left.has(message)).length
      },
    },
  }
}
