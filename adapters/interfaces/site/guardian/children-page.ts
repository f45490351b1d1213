import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { GuardianshipId } from '../../../../domain/values/ids'
import type { HttpFailure } from '../../http/problems/http-failure'
import { correctGuardianContactRoute } from '../../http/resources/guardians/correct-guardian-contact-route'
import { sendEmailLinkToGuardianRoute } from '../../http/resources/guardians/send-email-link-to-guardian-route'
import { readGuardianshipRoute } from '../../http/resources/guardians/read-guardianship-route'
import {
  readPaymentsByGuardianRoute,
  startPaymentByGuardianRoute,
} from '../../http/resources/payments/guardian-payment-routes'
import type { ChildrenOfGuardian, ShownChild } from '../../pages/children/children'
import { contactTexts } from '../../pages/contact/contact-texts'
import { childrenTexts } from '../../pages/children/children-texts'
import { ChildrenView } from '../../pages/children/children-view'
import { GoToPayment, type StartedPayment } from '../../pages/payment/go-to-payment'
import { paymentPaths } from '../../pages/payment/payment-paths'
import { chosenFees } from '../page/chosen-fees'
import { contactOfFields } from '../page/contact-of-fields'
import { defineSitePage } from '../page/define-site-page'
import type { PageRequest, SendForm } from '../page/site-page'
import { viewOfEither } from '../page/view-of-either'
import { hasMoreChildren, readEachGuardianship } from './each-guardianship'

/** The most fees of a child that a page shows. */
const feesOnPage = '500'

const readChild =
  ({ run }: PageRequest) =>
  (guardianship: GuardianshipId): TE.TaskEither<HttpFailure, ShownChild> =>
    pipe(
      TE.Do,
      TE.bind('read', () => run(readGuardianshipRoute, { params: { guardianship }, query: { limit: feesOnPage } })),
      TE.bind('payments', () => run(readPaymentsByGuardianRoute, { params: { guardianship } })),
      TE.map(({ read: { body, etag = '' }, payments }) => ({
        ...{ guardianship, etag, name: body.child.name, owed: body.owed, fees: body.fees },
        contact: body.guardian.contact,
        verifiedEmails: body.guardian.verifiedEmails,
        paymentsUnderWay: payments.body.payments,
      })),
    )

/** Starts a payment for a child. A payment of the same fees that was started before goes on. */
const pay: SendForm<StartedPayment> = ({ run, fields, idempotencyKey }) =>
  pipe(
    run(startPaymentByGuardianRoute, {
      ...{ params: { guardianship: fields['of'] }, body: { fees: chosenFees(fields) }, idempotencyKey },
    }),
    TE.map(({ body }) => ({ content: { ...body, outcomePath: paymentPaths.guardian.outcome } })),
  )

/** The children of a guardian: what each owes, and how the library reaches the guardian. */
export const childrenPage = defineSitePage<ChildrenOfGuardian | StartedPayment>({
  path: paymentPaths.guardian.balance,
  title: childrenTexts.title,
  roles: ['guardian'],
  read: (request) =>
    pipe(
      readEachGuardianship(request, readChild(request)),
      TE.map((all) => ({ all, hasMore: hasMoreChildren(request) })),
    ),
  view: viewOfEither((content): content is StartedPayment => 'continueAt' in content, GoToPayment, ChildrenView),
  forms: {
    pay,
    goOn: pay,
    sendLink: ({ run, fields, idempotencyKey }) =>
      pipe(
        run(sendEmailLinkToGuardianRoute, { params: { guardianship: fields['of'] }, idempotencyKey }),
        TE.map(() => ({ to: paymentPaths.guardian.balance, done: 'linkSent' })),
      ),
    contact: ({ run, fields, idempotencyKey }) =>
      pipe(
        run(correctGuardianContactRoute, {
          ...{ params: { guardianship: fields['of'] }, body: contactOfFields(fields), idempotencyKey },
          ifMatch: fields['etag'] ?? '',
        }),
        TE.map(() => ({ to: paymentPaths.guardian.balance, done: 'contactChanged' })),
      ),
  },
  doneTexts: { contactChanged: childrenTexts.contactChanged, linkSent: contactTexts.linkSent },
})
