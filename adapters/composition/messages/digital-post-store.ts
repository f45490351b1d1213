import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { DigitalPost } from '../../../domain/ports/digital-post'
import type { PartScope, SealError } from '../../../domain/ports/scope-keys'
import type { MessageId } from '../../../domain/values/ids'
import {
  messageById,
  messagesSentByDigitalPost,
  pendingLegalNotices,
} from '../../../projections/messages/message-queries'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { PurgeableStore } from '../../../retention/derived-stores/purged-stores'
import type { DigitalPostFolder } from '../../outside/digital-post/digital-post-folder'
import type { DigitalPostSenderName } from '../../outside/digital-post/memo-document'
import { referenceOfMessage, type KeysToDeriveFrom } from './reference-of-message'

/** The mails of a library that Digital Post has not fetched yet, from which those of forgotten messages are removed. */
export interface DigitalPostStore {
  readonly sendAs: (sender: DigitalPostSenderName) => DigitalPost
  readonly purgeable: PurgeableStore
  /** Removes the files of forgotten messages that a killed process left. Does nothing while it cannot. */
  readonly removeForgotten: () => Promise<void>
}

const cannotRemove = { _tag: 'PortFailed', reason: 'a file for Digital Post cannot be removed' } as const

/** A key that is erased, lost or missing never gives a name: what it named is removed. */
const mayBeReadLater = (error: SealError | { readonly _tag: 'Erased' }): boolean =>
  error._tag === 'Unavailable' ? error.key === undefined : error._tag !== 'Erased' && error._tag !== 'ScopeEnded'

/**
 * A file belongs to a message that the read models still have and whose key gives the name of the file. Names are derived
 * while the messages are kept: once a key is erased, whatever has none of these names is a file of a forgotten message.
 */
export const createDigitalPostStore = (
  { sendAs, list, remove }: DigitalPostFolder,
  rows: ReadModelRows,
  keys: KeysToDeriveFrom,
): DigitalPostStore => {
  const references = new Map<MessageId, string>()
  const isRetained = (message: MessageId): boolean => messageById(message)(rows) !== undefined

  /** Answers whether the name of each message that is kept is known. */
  const deriveReferences = async (): Promise<boolean> => {
    for (const message of references.keys()) if (!isRetained(message)) references.delete(message)
    for (const { message } of [...messagesSentByDigitalPost(rows), ...pendingLegalNotices(rows)]) {
      if (references.has(message)) continue
      const reference = await referenceOfMessage(keys)(message)()
      if (E.isRight(reference)) references.set(message, reference.right)
      else if (mayBeReadLater(reference.left)) return false
    }
    return true
  }

  const filesOf = (scopes: ReadonlyArray<PartScope>): ReadonlyArray<string> => {
    const ids = new Set<string>(scopes.map(({ scope }) => scope))
    const retained = [...references].filter(([message]) => !ids.has(message) && isRetained(message))
    const retainedReferences = new Set(retained.map(([, reference]) => reference))
    return list().filter((reference) => !retainedReferences.has(reference))
  }

  const takesFiles = (scopes: ReadonlyArray<PartScope>): boolean =>
    scopes.some(({ class: scopeClass }) => scopeClass === 'message' || scopeClass === 'borrower') && list().length > 0

  /** A file that appears meanwhile may be that of a message which was made meanwhile: it stays. */
  const removeFilesOf = async (scopes: ReadonlyArray<PartScope>): Promise<boolean> => {
    const listed = new Set(list())
    if (!(await deriveReferences())) return false
    const forgotten = filesOf(scopes).filter((reference) => listed.has(reference))
    return E.isRight(await TE.tryCatch(() => remove(forgotten), E.toError)())
  }

  let mayHoldForgotten = true
  return {
    sendAs: (sender) => {
      const { send } = sendAs(sender)
      return {
        send: (mail) => async () => {
          const sent = await send(mail)()
          mayHoldForgotten = true
          return sent
        },
      }
    },
    removeForgotten: async () => {
      if (!mayHoldForgotten) return
      mayHoldForgotten = false
      if (list().length > 0 && !(await removeFilesOf([]))) mayHoldForgotten = true
    },
    purgeable: {
      purge: (scopes) => async () =>
        !takesFiles(scopes) || (await removeFilesOf(scopes)) ? E.right(undefined) : E.left(cannotRemove),
      count: (scopes) => (takesFiles(scopes) ? filesOf(scopes).length : 0),
    },
  }
}
