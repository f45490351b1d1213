import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { BlockId, BorrowerId } from '../../../../../domain/values/ids'
import { BlockReason } from '../../../../../domain/policy/block-reason'
import { deskAndMachines, desk } from '../../access/roles'
import { freeText } from '../../codecs/free-text'
import { nullable } from '../../codecs/nullable'
import { shape } from '../../codecs/shape'
import { command } from '../../route/define'
import { edge } from '../../problems/edge-failure'
import { changeWith } from './change'
import { BorrowerChanged, BorrowerPath } from './codecs'

/** The one reason for which a machine may block: a card was swallowed, or too many PINs were wrong. */
const setByMachines: BlockReason = 'S'

const NewBlock = shape('NewBlock', { reason: BlockReason, note: nullable(freeText(500)) })

export const blockBorrower = command({
  method: 'post',
  path: '/borrowers/:borrower/blocks',
  name: 'blockBorrower',
  about:
    'Block a borrower (blokering): O card stolen, U exclusion, F extended, S by a machine (which sets no other), W unconfirmed, D deceased',
  area: 'Borrowers',
  roles: deskAndMachines,
  params: BorrowerPath,
  body: NewBlock,
  status: 201,
  answer: shape('BorrowerBlocked', { borrower: BorrowerId, block: BlockId }),
  handle: (call) => {
    if (call.caller.role === 'machine' && call.body.reason !== setByMachines) return TE.left(edge('RoleIsMissing'))
    let made: BlockId | undefined
    return pipe(
      changeWith(call)(({ next }) => {
        made = next('block') as BlockId
        const at = call.system.library.desk.clock.now()
        return { type: 'BlockBorrower', borrower: call.params.borrower, block: made, ...call.body, at }
      }),
      TE.map(({ body }) => ({ body: { ...body, block: made as BlockId } })),
    )
  },
})

export const liftBlock = command({
  method: 'delete',
  path: '/borrowers/:borrower/blocks/:block',
  name: 'liftBlock',
  about: 'Lift a block',
  area: 'Borrowers',
  roles: desk,
  params: shape('BlockPath', { borrower: BorrowerId, block: BlockId }),
  answer: BorrowerChanged,
  handle: (call) => changeWith(call)(() => ({ type: 'LiftBlock', ...call.params })),
})
