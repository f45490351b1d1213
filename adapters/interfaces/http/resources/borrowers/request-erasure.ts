import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { requestErasure as askToBeForgotten } from '../../../../../domain/use-cases/request-erasure'
import { refused } from '../../../../../domain/command-handling/handling-error'
import { borrowerById } from '../../../../../projections/borrowers/queries'
import type { Borrower } from '../../../../../projections/borrowers/rows'
import { ownOnly } from '../../access/own'
import { deskAndOwn } from '../../access/roles'
import type { Failure } from '../../problems/failure'
import { answered } from '../../route/call'
import { command } from '../../route/define'
import { found, rowsNow } from '../ready'
import { BorrowerChanged, BorrowerPath } from './codecs'

/** Somebody who has been forgotten is a stranger here as well; until then, asking again is answered as the first time. */
export const requestErasure = command({
  method: 'delete',
  path: '/borrowers/:borrower',
  name: 'requestErasure',
  about: 'Ask that a borrower be forgotten; refused with what stands in the way until all is returned and paid',
  area: 'Borrowers',
  roles: deskAndOwn,
  params: BorrowerPath,
  status: 202,
  answer: BorrowerChanged,
  handle: ({ params: { borrower }, caller, origin, system }) => {
    const { library } = system
    return pipe(
      TE.fromEither(ownOnly(caller)(borrower)),
      TE.chain(() => rowsNow(system)),
      TE.chainEitherK((rows) => found<Borrower>(refused({ _tag: 'BorrowerIsUnknown' }))(borrowerById(borrower)(rows))),
      TE.chain(() =>
        pipe(
          askToBeForgotten(library)({ borrower, at: library.desk.clock.now(), origin }),
          TE.mapLeft((failure): Failure => failure),
        ),
      ),
      TE.map(() => answered({ borrower })),
    )
  },
})
