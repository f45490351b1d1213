import { erased, makePlain, type PlainOrErased } from '../event/plain-or-erased'
import { notCollected, type FeeCollection } from './fee-collection'
import type { CollectionEvent } from './fee-event'

const plainOrErased = <A>(
  part: PlainOrErased<A>,
  collectionOf: (value: A) => FeeCollection,
): PlainOrErased<FeeCollection> => (part._tag === 'Erased' ? erased : makePlain(collectionOf(part.value)))

/** How far the collection of a fee has come after an event. */
export const collectionAfter = (event: CollectionEvent): PlainOrErased<FeeCollection> => {
  switch (event.type) {
    case 'CollectionNoticeRequested':
      return plainOrErased(event.sealed.fee, () => ({ _tag: 'NoticeRequested' }))
    case 'CollectionNoticeSent':
      return plainOrErased(event.sealed.fee, ({ payBy }) => ({ _tag: 'NoticeSent', payBy }))
    case 'FeeSelectedForCollection':
      return plainOrErased(event.sealed.fee, ({ file }) => ({ _tag: 'Selected', file }))
    case 'FeePassedOnForCollection':
      return plainOrErased(event.sealed.fee, ({ file }) => ({ _tag: 'PassedOn', file }))
    case 'FeeRecalledFromCollection':
      return plainOrErased(event.sealed.fee, () => notCollected)
  }
}
