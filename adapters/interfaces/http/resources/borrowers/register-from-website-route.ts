import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import type { PersonalDetails } from '../../../../../domain/borrower/personal-details'
import { MessageLanguage } from '../../../../../domain/borrower/message-language'
import { isMinorOn, type GuardianPolicy } from '../../../../../domain/policy/guardian-policy'
import { borrowerFromIds } from '../../../../../domain/use-cases/register-borrower'
import { registerAndWelcomeBorrower } from '../../../../../domain/use-cases/register-and-welcome-borrower'
import type { Day } from '../../../../../domain/values/day'
import { BorrowerId, BranchId } from '../../../../../domain/values/ids'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { objectCodec } from '../../codecs/object-codec'
import { CprAsWritten, normalizeCpr, Pin } from '../../codecs/text-pattern-codecs'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { ContactBody } from './borrower-request-codecs'
import { checkBirthDate } from './check-birth-date'
import { borrowerNumberFromUuid, identityFromRequest } from './person-from-registration'
import { hashPinOfRegistration } from './new-pin-hash'
import { sendEmailLinkAfterChange } from './send-email-link-after-change'

/** What a person says who registers on the website. The website has the CPR number from the national log-in. */
const WebsiteRegistrationBody = objectCodec('WebsiteRegistration', {
  name: freeTextCodec(200),
  cpr: CprAsWritten,
  homeBranch: BranchId,
  language: MessageLanguage,
  contact: ContactBody,
  pin: Pin,
})

const childNeedsGuardian: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      ...{ in: 'body', pointer: '/cpr' },
      text: {
        da: 'er et barns: børn under 18 år oprettes på biblioteket sammen med en værge',
        en: 'is that of a child: children under 18 are registered at the library, with a guardian',
      },
    },
  ],
}

const requireAdult =
  (policy: GuardianPolicy, today: Day) =>
  ({ birthDate }: PersonalDetails): E.Either<HttpFailure, void> =>
    isMinorOn(policy)(birthDate)(today) ? E.left(childNeedsGuardian) : E.right(undefined)

const personOf = (
  number: string,
  { name, cpr, homeBranch, language }: t.TypeOf<typeof WebsiteRegistrationBody>,
): PersonalDetails => ({
  ...{ number, homeBranch, language },
  ...identityFromRequest({ name, cpr, group: 'adult', municipality: null }),
})

/** The health card, whose number is the CPR number, is the borrower's first card. */
export const registerFromWebsiteRoute = defineCommandRoute({
  method: 'post',
  path: '/website-registrations',
  name: 'registerFromWebsite',
  summary:
    'Register an adult whom the national log-in of the website has identified (låneroprettelse): the health card is the card, and block W stands until staff confirm',
  tag: 'Borrowers',
  roles: ['machine'],
  body: WebsiteRegistrationBody,
  namedInBody: { branch: 'homeBranch' },
  status: 201,
  answer: objectCodec('WebsiteRegistered', { borrower: BorrowerId }),
  handle: (request) => {
    const { body, origin, library } = request
    const { useCaseDependencies } = library
    const { clock, random } = useCaseDependencies.commandHandling
    const today = clock.today()
    const person = personOf(borrowerNumberFromUuid(random.uuid()), body)
    return pipe(
      TE.fromEither(checkBirthDate(today)(person)),
      TE.chainEitherK(() => requireAdult(useCaseDependencies.policy(today).guardians, today)(person)),
      TE.chain(() => hashPinOfRegistration(request, borrowerFromIds, body.pin)),
      TE.chain((pin) =>
        pipe(
          registerAndWelcomeBorrower(useCaseDependencies)({
            ...{ person, contactDetails: body.contact, firstBlockReason: 'W' as const, at: clock.now(), origin },
            presentedCard: { number: normalizeCpr(body.cpr), pin },
          }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.chainFirst(({ borrower }) => TE.fromTask(library.cprRegister.complete(borrower))),
      TE.tap(({ borrower }) => sendEmailLinkAfterChange(request)(borrower)),
      TE.map(({ borrower }) => answerWithBody({ borrower })),
    )
  },
})
