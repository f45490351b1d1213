import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { GuardianshipId } from '../../../../../domain/values/ids'
import { guardianOfGuardianship, type RegisteredGuardian } from '../../../../../projections/guardians/guardian-queries'
import { heldDataOfGuardian, type HeldDataOfGuardian } from '../../../../../projections/held-data/held-data-of-guardian'
import { kindsOfData } from '../../../../../retention/promises/kinds-of-data'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'
import { defineReadRoute } from '../../route/define-route'
import type { RouteRequest } from '../../route/route-handler'
import { readBorrowerOverview } from '../borrowers/borrower-overview'
import { readDaysOfForgetting } from '../holds/days-of-forgetting'
import { retentionDaysOfHeldData } from '../personal-data/read-personal-data'
import { GuardianDataAnswer, type KindOfGuardianData } from './guardian-data-codec'

type DataRequest = Pick<RouteRequest<unknown, unknown, unknown>, 'library' | 'caller'>

/** The same for every guardian, so that it tells nothing where it is saved. */
const fileName = 'guardian-data.json'

const withPromise =
  (held: HeldDataOfGuardian) =>
  <K extends KindOfGuardianData>(kind: K) => {
    const { name, purpose, legalBasis, end: until } = kindsOfData[kind]
    return { promise: { name, purpose, legalBasis, until }, data: held[kind] ?? null }
  }

const byKind = (held: HeldDataOfGuardian) => {
  const of = withPromise(held)
  return {
    guardian: of('guardian'),
    guardianCprNumber: of('guardianCprNumber'),
    guardianPaper: of('guardianPaper'),
    outstandingBalance: of('outstandingBalance'),
    messages: of('messages'),
    notices: of('notices'),
  }
}

const today = ({ useCaseDependencies }: RunningLibrary) => useCaseDependencies.commandHandling.clock.today()

const dataOfGuardianship =
  ({ library, caller }: DataRequest) =>
  (registered: RegisteredGuardian) => {
    const policy = library.useCaseDependencies.policy(today(library)).guardians
    return pipe(
      readBorrowerOverview(library, caller)(registered.borrower),
      E.map((overview) => ({
        guardianship: registered.guardianship,
        child: { name: overview.record.name },
        kinds: byKind(
          heldDataOfGuardian(retentionDaysOfHeldData, policy, today(library))(
            registered,
            overview,
            readDaysOfForgetting(library, registered.borrower),
          )(library.rows),
        ),
      })),
    )
  }

/** The guardianships of the caller that have not ended. */
const ownGuardianships = ({ library, caller }: DataRequest): ReadonlyArray<RegisteredGuardian> => {
  const named = new Set<GuardianshipId>(caller.role === 'guardian' ? caller.guardianships : [])
  return [...named].flatMap((guardianship) => guardianOfGuardianship(guardianship)(library.rows) ?? [])
}

/**
 * Everything that the library holds on the guardian who calls, by child: also on one who is no borrower. Of each child it has
 * what the guardian sees anyway.
 */
export const exportOwnGuardianDataRoute = defineReadRoute({
  path: '/me/guardianships/data',
  name: 'exportMyGuardianData',
  headers: ['Content-Disposition'],
  summary:
    'Export all data on the calling guardian (GDPR articles 15 and 20): who the guardian is, contact details, papers, messages and payments, each with its purpose, legal basis and end; of the children what the guardian sees',
  tag: 'Borrowers',
  roles: ['guardian'],
  answer: GuardianDataAnswer,
  handle: (request) =>
    pipe(
      ownGuardianships(request),
      E.traverseArray(dataOfGuardianship(request)),
      E.mapLeft((failure): HttpFailure => failure),
      E.map((guardianships) => ({ body: { madeOn: today(request.library), guardianships }, fileName })),
      TE.fromEither,
    ),
})
