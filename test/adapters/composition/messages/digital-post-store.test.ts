import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { createDigitalPostStore } from '../../../../adapters/composition/messages/digital-post-store'
import { MessageMade } from '../../../../domain/message/events/message-made'
import type { ScopeId } from '../../../../domain/values/ids'
import { anna, day } from '../../../fixtures/example-library'
import { messageId } from '../../../fixtures/example-messages'
import { inMemoryReadModels, withMetadataIn } from '../../../fixtures/in-memory-read-models'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const bill = MessageMade(
  { message: messageId(1), madeOn: day('2026-03-10') },
  {
    message: {
      ...{ borrower: anna, kind: 'bill', pickUp: null },
      items: [{ name: 'Night and Day', day: day('2026-03-10'), amount: null }],
    },
  },
)

/** A folder in memory with these mails. */
const folderWith = (mails: Set<string>) => ({
  sendAs: () => ({ send: () => TE.right(undefined) }),
  list: () => [...mails],
  remove: (references: ReadonlyArray<string>) => {
    for (const reference of references) mails.delete(reference)
    return Promise.resolve()
  },
})

describe('the mails that wait for Digital Post', () => {
  it('lose those of forgotten messages, and none that is written while their names are derived', async () => {
    const mails = new Set(['the bill', 'a forgotten one'])
    const readModels = inMemoryReadModels()
    rightOrThrow(readModels.foldEvents(withMetadataIn('circulation')([bill])))
    const deriveIdsUnder = () =>
      TE.fromIO(() => {
        mails.add('one that was made meanwhile')
        return () => 'the bill'
      })
    const { purgeable } = createDigitalPostStore(folderWith(mails), readModels.rows, { deriveIdsUnder })
    const forgotten = messageId(2) as string as ScopeId
    rightOrThrow((await purgeable.purge?.([{ class: 'message', scope: forgotten }])()) ?? E.right(undefined))
    expect([...mails]).toEqual(['the bill', 'one that was made meanwhile'])
  })
})
