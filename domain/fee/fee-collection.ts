import type { Day } from '../values/day'
import type { CollectionFileId } from '../values/ids'

/** How far the collection of a fee (inddrivelse) has come. */
export type FeeCollection =
  | { readonly _tag: 'NotCollected' }
  /** Staff asked for the written notice; it has not gone out. */
  | { readonly _tag: 'NoticeRequested' }
  /** The notice went out. The fee may be passed on after the day. */
  | { readonly _tag: 'NoticeSent'; readonly payBy: Day }
  /** The fee goes into a file that was not handed out yet. */
  | { readonly _tag: 'Selected'; readonly file: CollectionFileId }
  | { readonly _tag: 'PassedOn'; readonly file: CollectionFileId }

export const notCollected: FeeCollection = { _tag: 'NotCollected' }

/** Whether a fee may go into a file on a day. One whose last file was not handed out goes into the next. */
export const isReadyForCollection =
  (on: Day) =>
  (collection: FeeCollection): boolean =>
    collection._tag === 'Selected' || (collection._tag === 'NoticeSent' && collection.payBy < on)

/** Whether a fee is at the collector, or on its way there, so that it cannot be paid here. */
export const isAtCollector = ({ _tag }: FeeCollection): boolean => _tag === 'Selected' || _tag === 'PassedOn'
