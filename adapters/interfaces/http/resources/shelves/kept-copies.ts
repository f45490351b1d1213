import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, BranchId, CopyId, ReservationId, SetAsideId, TitleId } from '../../../../../domain/values/ids'
import type { Rows } from '../../../../../projections/kernel/rows'
import type { KeptCopy } from '../../../../../projections/queue/rows'
import { pickUpShelf, setAsideAt } from '../../../../../projections/queue/shelf'
import { deskAndAudit } from '../../access/roles'
import { listOf, nullable } from '../../codecs/nullable'
import { personal } from '../../codecs/personal'
import { shape } from '../../codecs/shape'
import { answered } from '../../route/call'
import { read } from '../../route/define'
import type { Route } from '../../route/route'

const own = personal('setAside')

const KeptCopyView = shape('KeptCopy', {
  setAside: own(SetAsideId),
  copy: CopyId,
  title: TitleId,
  branch: BranchId,
  borrower: own(BorrowerId),
  reservation: own(ReservationId),
  pickUpBranch: own(BranchId),
  pickUpNumber: own(nullable(t.string)),
  pickUpBy: own(nullable(Day)),
})

const KeptCopies = shape('KeptCopies', { copies: listOf(KeptCopyView) })
const BranchPath = shape('BranchPath', { branch: BranchId })

interface Listing {
  readonly path: string
  readonly name: string
  readonly about: string
  readonly list: (branch: BranchId) => (rows: Rows) => ReadonlyArray<KeptCopy>
}

const listing = ({ list, ...rest }: Listing): Route =>
  read({
    ...rest,
    area: 'Reservations',
    roles: deskAndAudit,
    params: BranchPath,
    answer: KeptCopies,
    handle: ({ params: { branch }, system: { rows } }) => TE.right(answered({ copies: list(branch)(rows) })),
  })

export const getPickUpShelf = listing({
  path: '/pick-up-shelf/:branch',
  name: 'readPickUpShelf',
  about: 'Copies on the pick-up shelf (afhentningshylde) of a branch, by pick-up number',
  list: pickUpShelf,
})

export const getSetAside = listing({
  path: '/set-aside/:branch',
  name: 'readSetAside',
  about: 'Copies at a branch that are set aside and wait to be sent or shelved',
  list: setAsideAt,
})
