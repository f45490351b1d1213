import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { registeredGuardianOf } from '../../../../../projections/guardians/guardian-queries'
import { isProtectedFrom, withholdGuardian } from '../../access/withhold-protected'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { defineReadRoute } from '../../route/define-route'
import { guardianEtag, readRowsAndBorrowerEtag } from '../borrowers/borrower-etag'
import { borrowerInPath, BorrowerPathParameters } from '../borrowers/borrower-request-codecs'
import { checkBorrowerExists } from '../borrowers/check-borrower-exists'
import { GuardianAnswer, toGuardianAnswer } from './guardian-answer-codecs'

export const readGuardianRoute = defineReadRoute({
  path: '/borrowers/:borrower/guardian',
  name: 'readGuardian',
  headers: ['ETag'],
  summary: 'Read who answers for a borrower under 18 (værge); null when nobody is registered',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  answer: objectCodec('GuardianOfBorrower', { guardian: nullableCodec(GuardianAnswer) }),
  opensRecordsOf: borrowerInPath,
  handle: ({ params: { borrower }, caller, library }) =>
    pipe(
      checkBorrowerExists(library)(borrower),
      TE.chain(() => readRowsAndBorrowerEtag(library, guardianEtag)(borrower)),
      TE.map(({ etag, rows }) => {
        const registered = registeredGuardianOf(borrower)(rows)
        const isHidden = isProtectedFrom(caller, rows)(borrower)
        const shown = registered !== undefined && isHidden ? withholdGuardian(registered) : registered
        return { etag, body: { guardian: shown === undefined ? null : toGuardianAnswer(shown) } }
      }),
    ),
})
