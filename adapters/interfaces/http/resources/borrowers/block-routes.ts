import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { BlockId, BorrowerId } from '../../../../../domain/values/ids'
import { BlockReason } from '../../../../../domain/policy/block-reason'
import { staffAndMachines, staffRoleOnly } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { defineCommandRoute } from '../../route/define-route'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { changeBorrowerIfMatch } from './change-borrower-if-match'
import { BorrowerChangedAnswer, BorrowerPathParameters } from './borrower-request-codecs'

/** The only reason for which a machine may block: a swallowed card or too many wrong PINs. */
const machineBlockReason: BlockReason = 'S'

const NewBlockBody = objectCodec('NewBlock', { reason: BlockReason, note: nullableCodec(freeTextCodec(500)) })

export const blockBorrowerRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers/:borrower/blocks',
  name: 'blockBorrower',
  headers: ['ETag'],
  summary:
    'Block a borrower (blokering): O card stolen, U exclusion, F extended, S by a machine (which sets no other), W unconfirmed, D deceased',
  tag: 'Borrowers',
  roles: staffAndMachines,
  params: BorrowerPathParameters,
  body: NewBlockBody,
  status: 201,
  answer: objectCodec('BorrowerBlocked', { borrower: BorrowerId, block: BlockId }),
  handle: (request) => {
    if (request.caller.role === 'machine' && request.body.reason !== machineBlockReason)
      return TE.left(httpRequestFailure('RoleIsMissing'))
    let blockId: BlockId | undefined
    return pipe(
      changeBorrowerIfMatch(request)(({ idFor: next }) => {
        blockId = next('block') as BlockId
        const at = request.library.useCaseDependencies.commandHandling.clock.now()
        return { type: 'BlockBorrower', borrower: request.params.borrower, block: blockId, ...request.body, at }
      }),
      TE.map(({ body, ...rest }) => ({ ...rest, body: { ...body, block: blockId as BlockId } })),
    )
  },
})

export const liftBlockRoute = defineCommandRoute({
  method: 'delete',
  path: '/borrowers/:borrower/blocks/:block',
  name: 'liftBlock',
  headers: ['ETag'],
  summary: 'Lift a block',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: objectCodec('BlockPath', { borrower: BorrowerId, block: BlockId }),
  answer: BorrowerChangedAnswer,
  handle: (request) => changeBorrowerIfMatch(request)(() => ({ type: 'LiftBlock', ...request.params })),
})
