import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { borrowerFromIds } from '../../../../../domain/use-cases/register-borrower'
import { registerAndWelcomeBorrower } from '../../../../../domain/use-cases/register-and-welcome-borrower'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { BorrowerId } from '../../../../../domain/values/ids'
import { borrowerById, type BorrowerRecord } from '../../../../../projections/borrowers/borrower-record-queries'

import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute } from '../../route/define-route'
import { requireFound, readCaughtUpRows } from '../read-caught-up-rows'
import { NewBorrowerBody } from './borrower-request-codecs'
import { checkBirthDate } from './check-birth-date'
import { borrowerNumberFromUuid, personFromRegistration } from './person-from-registration'
import { sendEmailLinkAfterChange } from './send-email-link-after-change'
import { hashPinOfRegistration } from './new-pin-hash'

export const registerBorrowerRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers',
  name: 'registerBorrower',
  headers: ['Location'],
  summary:
    'Register a borrower (låneroprettelse), who is welcomed by a message, and gets a link to verify the e-mail for notices',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  body: NewBorrowerBody,
  namedInBody: { branch: 'homeBranch' },
  status: 201,
  extraStatuses: [404],
  answer: objectCodec('BorrowerRegistered', { borrower: BorrowerId, number: t.string }),
  handle: (request) => {
    const { body, origin, library } = request
    const { useCaseDependencies } = library
    const { clock, random } = useCaseDependencies.commandHandling
    const person = personFromRegistration(borrowerNumberFromUuid(random.uuid()))(body)
    return pipe(
      TE.fromEither(checkBirthDate(clock.today())(person)),
      TE.chain((): TE.TaskEither<HttpFailure, string | null> =>
        body.pin === null ? TE.right(null) : hashPinOfRegistration(request, borrowerFromIds, body.pin),
      ),
      TE.chain((pin) =>
        pipe(
          registerAndWelcomeBorrower(useCaseDependencies)({
            person,
            contactDetails: body.contact,
            presentedCard: { number: body.card, pin },
            at: clock.now(),
            origin,
          }),
          TE.mapLeft((failure): HttpFailure => failure),
          TE.chainFirst(({ borrower }) => TE.fromTask(library.cprRegister.complete(borrower))),
          TE.tap(({ borrower }) => sendEmailLinkAfterChange(request)(borrower)),
        ),
      ),
      TE.bindTo('registered'),
      TE.bind('rows', () => readCaughtUpRows(library)),
      TE.chainEitherK(({ registered: { borrower }, rows }) =>
        requireFound<BorrowerRecord>(commandRefused({ _tag: 'BorrowerIsUnknown' }))(borrowerById(borrower)(rows)),
      ),
      TE.map(({ borrower, number }) => ({ body: { borrower, number }, location: `/borrowers/${borrower}` })),
    )
  },
})
