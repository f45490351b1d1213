import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { sendStatement } from '../../../../../domain/use-cases/send-statement'
import { MessageId } from '../../../../../domain/values/ids'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute } from '../../route/define-route'
import { BorrowerPathParameters } from '../borrowers/borrower-request-codecs'

export const sendStatementRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers/:borrower/statement',
  name: 'sendStatement',
  summary:
    'Send a borrower the statement of outstanding matters (opgørelse over mellemværende): by Digital Post, else by letter',
  tag: 'Messages',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  status: 201,
  answer: objectCodec('StatementMade', { message: MessageId }),
  handle: ({ params: { borrower }, library: { useCaseDependencies }, origin }) =>
    pipe(
      sendStatement(useCaseDependencies)({ borrower, origin, at: useCaseDependencies.commandHandling.clock.now() }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(({ message }) => ({ body: { message } })),
    ),
})
