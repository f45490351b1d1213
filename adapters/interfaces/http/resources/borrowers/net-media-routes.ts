import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { mayUseNetMedia } from '../../../../../domain/policy/net-media-policy'
import type { BorrowerId } from '../../../../../domain/values/ids'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { staffAndMachines } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { unknownThingOf } from '../../problems/failure-about-body-member'
import type { HttpFailure } from '../../problems/http-failure'
import { replaceUnknownByDamage } from '../../problems/replace-unknown-by-damage'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { BorrowerPathParameters } from './borrower-request-codecs'
import { BorrowerLookUpBody, lookUpBorrower } from './look-up-borrower-route'

const NetMediaAnswer = objectCodec('NetMediaRight', { mayUse: t.boolean })
const NetMediaLookUpAnswer = objectCodec('NetMediaRightFound', { mayUse: t.boolean })

type MayUse = TE.TaskEither<HttpFailure, boolean>

/** No for a borrower who is unknown; a failure when that is because events of the borrower are damaged. */
const noUnlessDamaged =
  (library: RunningLibrary) =>
  (borrower: BorrowerId): MayUse => {
    const unknown = commandRefused({ _tag: 'BorrowerIsUnknown' } as const)
    const named = { params: { borrower }, body: undefined }
    const failure = replaceUnknownByDamage(library.damagedEvents(), named)(unknown)
    return failure === unknown ? TE.right(false) : TE.left(failure)
  }

/**
 * Yes or no, and nothing else. A borrower who is unknown, erased or about to be erased gets the no of one who lives
 * elsewhere or is blocked: so the answer does not tell who is registered, or why not.
 */
const readNetMediaRight =
  (library: RunningLibrary) =>
  (borrower: BorrowerId): MayUse => {
    const { decisionQueries, policy, commandHandling } = library.useCaseDependencies
    return pipe(
      decisionQueries.standing(borrower),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.chain((standing) =>
        standing === undefined
          ? noUnlessDamaged(library)(borrower)
          : TE.right(mayUseNetMedia(policy(commandHandling.clock.today()))(standing)),
      ),
    )
  }

const toAnswer = TE.map((mayUse: boolean) => answerWithBody({ mayUse }))

export const readNetMediaRightRoute = defineReadRoute({
  path: '/borrowers/:borrower/net-media',
  name: 'readNetMediaRight',
  summary:
    'Read whether a borrower may use the net media (netmedier) of the library: yes or no, and no for an unknown one',
  tag: 'Borrowers',
  roles: staffAndMachines,
  params: BorrowerPathParameters,
  answer: NetMediaAnswer,
  handle: ({ params: { borrower }, library }) => toAnswer(readNetMediaRight(library)(borrower)),
})

const isUnknownBorrower = (failure: HttpFailure): boolean =>
  failure._tag === 'RefusedInBody' && unknownThingOf(failure.failure) === 'borrower'

/** A POST, so that no number stands in an address. It writes nothing. */
export const lookUpNetMediaRightRoute = defineCommandRoute({
  method: 'post',
  path: '/net-media/look-up',
  name: 'lookUpNetMediaRight',
  summary:
    'Find out whether somebody may use the net media (netmedier), by the numbers of the look-up of borrowers: yes or no, and no for a number or a PIN that is wrong',
  tag: 'Borrowers',
  roles: staffAndMachines,
  body: BorrowerLookUpBody,
  answer: NetMediaLookUpAnswer,
  extraStatuses: [429],
  handle: (request) =>
    pipe(
      lookUpBorrower(request),
      TE.chain(readNetMediaRight(request.library)),
      TE.orElse((failure): MayUse => (isUnknownBorrower(failure) ? TE.right(false) : TE.left(failure))),
      toAnswer,
    ),
})
