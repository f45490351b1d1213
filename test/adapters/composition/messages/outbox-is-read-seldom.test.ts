import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { createOutbox } from '../../../../adapters/composition/messages/outbox'
import type { ScopeId } from '../../../../domain/values/ids'
import { messageId } from '../../../fixtures/example-messages'
import { outgoingMessage } from '../../../fixtures/messages/outgoing-message'
import { numberedUuid } from '../../../fixtures/numbered-uuid'

/** An outbox whose folder holds one message that the read models do not have. Counts how often the folder is read. */
const createExample = () => {
  const folder = { files: [messageId(1) as string], reads: 0 }
  const outbox = createOutbox(
    {
      sender: () => ({ send: ({ message }) => TE.fromIO(() => void folder.files.push(message)) }),
      list: () => {
        folder.reads += 1
        return folder.files
      },
      remove: (messages) => {
        folder.files = folder.files.filter((file) => !messages.includes(file))
        return Promise.resolve()
      },
    },
    { find: () => [], findColumns: () => [], count: () => 0, sum: () => 0 },
  )
  return { folder, outbox }
}

describe('the outbox of a library whose messages are many', () => {
  it('is searched for forgotten messages once after the start, and again after something was sent into it', async () => {
    const { folder, outbox } = createExample()
    await outbox.removeForgotten()
    expect(folder.files).toEqual([])
    const { reads } = folder
    await outbox.removeForgotten()
    expect(folder.reads).toBe(reads)
    await outbox.sender('email').send(outgoingMessage('anna@example.dk'))()
    await outbox.removeForgotten()
    expect(folder.files).toEqual([])
  })

  it('is not read when a loan is erased', async () => {
    const { folder, outbox } = createExample()
    const loan = { class: 'loan', scope: numberedUuid(1) as ScopeId } as const
    expect(await outbox.purgeable.purge?.([loan])()).toEqual(E.right(undefined))
    expect(outbox.purgeable.count([loan])).toBe(0)
    expect(folder.reads).toBe(0)
  })
})
