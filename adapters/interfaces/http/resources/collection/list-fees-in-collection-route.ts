import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import { Day } from '../../../../../domain/values/day'
import { CollectionFileId, FeeId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { feesInCollection } from '../../../../../projections/fees/collection-queries'
import type { FeeRow } from '../../../../../projections/fees/fee-tables'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { FeeCollectionAnswer } from '../borrowers/borrower-answer-codecs'

const feeValue = personalValueCodec('fee')

const FeeInCollection = objectCodec('FeeInCollection', {
  fee: feeValue(FeeId),
  kind: feeValue(t.keyof({ lateness: null, compensation: null })),
  amount: feeValue(Ore),
  leviedOn: feeValue(Day),
  collection: feeValue(FeeCollectionAnswer),
  noticePayBy: feeValue(nullableCodec(Day)),
  collectionFile: feeValue(nullableCodec(CollectionFileId)),
  settledOn: feeValue(nullableCodec(Day)),
})

const pageOfFees = pageOfSortedList(({ collection, leviedOn, fee }: FeeRow) => `${collection} ${leviedOn} ${fee}`)

export const listFeesInCollectionRoute = defineReadRoute({
  path: '/fees-in-collection',
  name: 'listFeesInCollection',
  summary:
    'List the fees and bills whose collection has begun: those at the collector also after they were settled here, so that staff tell the collector',
  tag: 'Fees',
  roles: staffRoleOnly,
  query: PageQuery,
  answer: objectCodec('FeesInCollection', { fees: listCodec(FeeInCollection), ...nextPageMember }),
  handle: ({ query, library }) => {
    const { entries, next } = pageOfFees(query)(feesInCollection(library.rows))
    return TE.right(
      answerWithBody({
        fees: entries.map(({ fee, kind, amount, leviedOn, collection, noticePayBy, collectionFile, settledOn }) => ({
          ...{ fee, kind, amount, leviedOn, collection, noticePayBy, collectionFile, settledOn },
        })),
        next,
      }),
    )
  },
})
