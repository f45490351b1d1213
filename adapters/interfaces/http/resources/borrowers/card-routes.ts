import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { type BlockId, BorrowerId, CardId } from '../../../../../domain/values/ids'
import { staffAndBorrowers, staffRoleOnly } from '../../access/caller-roles-of-routes'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CardNumber } from '../../codecs/text-pattern-codecs'
import { defineCommandRoute } from '../../route/define-route'
import { BorrowerChangedAnswer, BorrowerPathParameters } from './borrower-request-codecs'
import { changeBorrowerIfMatch } from './change-borrower-if-match'

export const issueCardRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers/:borrower/cards',
  name: 'issueCard',
  headers: ['ETag'],
  summary: 'Issue a card (LånerID) to a borrower: a further one, or in place of another, which is not used any more',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  body: objectCodec('NewCard', { number: CardNumber }, { replaces: nullableCodec(CardId) }),
  status: 201,
  answer: objectCodec('CardIssued', { borrower: BorrowerId, card: CardId }),
  handle: (request) => {
    let cardId: CardId | undefined
    return pipe(
      changeBorrowerIfMatch(request)(({ idFor: next }) => {
        const { number, replaces = null } = request.body
        cardId = next('card') as CardId
        return { type: 'IssueCard', borrower: request.params.borrower, card: cardId, number, replaces }
      }),
      TE.map(({ body, ...rest }) => ({ ...rest, body: { ...body, card: cardId as CardId } })),
    )
  },
})

export const reportCardStolenRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers/:borrower/cards/:card/stolen',
  name: 'reportCardStolen',
  headers: ['ETag'],
  summary:
    'Report a card stolen: it is not used any more, and the borrower is blocked at once until staff lift the block',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: objectCodec('CardPath', { borrower: BorrowerId, card: CardId }),
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    changeBorrowerIfMatch(request)(({ idFor: next }) => ({
      type: 'ReportCardStolen',
      ...request.params,
      block: next('block') as BlockId,
      at: request.library.useCaseDependencies.commandHandling.clock.now(),
    })),
})
