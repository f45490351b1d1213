import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerId } from '../../../../../domain/values/ids'
import type { KindOfDataName } from '../../../../../retention/promises/kinds-of-data'
import type { PersonalData } from '../../../pages/personal-data/personal-data'
import { staffAndBorrowers } from '../../access/caller-roles-of-routes'
import { requireCallingBorrower } from '../../access/require-calling-borrower'
import { defineReadRoute } from '../../route/define-route'
import type { RouteRequest } from '../../route/route-handler'
import { damageOf } from '../borrowers/borrower-overview'
import { borrowerInPath, BorrowerPathParameters } from '../borrowers/borrower-request-codecs'
import { toPersonalDataAnswer } from './personal-data-answer'
import { PersonalDataAnswer } from './personal-data-codec'
import { readLogEntries } from './read-log-entries'
import { readPersonalData } from './read-personal-data'

/** The same for every borrower, so that it tells nothing where it is saved. */
const fileName = 'borrower-data.json'

/** Whether the reader of an export may see a kind of data. */
const isShownIn =
  ({ kinds }: PersonalData) =>
  (kind: KindOfDataName): boolean =>
    kinds.some((row) => row.kind === kind && row.status !== 'withheld')

type DataRequest = Pick<RouteRequest<unknown, unknown, unknown>, 'library' | 'caller'>

const exportData =
  ({ library, caller }: DataRequest) =>
  (borrower: BorrowerId) =>
    pipe(
      borrower,
      readPersonalData(library, caller),
      TE.chain(({ data }) =>
        pipe(
          borrower,
          readLogEntries(library, isShownIn(data)),
          TE.map((entries) => ({
            body: { ...toPersonalDataAnswer(data, entries), ...damageOf(library, borrower) },
            fileName,
          })),
        ),
      ),
    )

export const exportPersonalDataRoute = defineReadRoute({
  path: '/borrowers/:borrower/data',
  name: 'exportPersonalData',
  headers: ['Content-Disposition'],
  summary:
    'Export all data on a borrower (GDPR articles 15 and 20): each kind of data with its purpose, legal basis and end, and every value that the caller may see',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  answer: PersonalDataAnswer,
  opensRecordsOf: borrowerInPath,
  handle: (request) => exportData(request)(request.params.borrower),
})

export const exportOwnDataRoute = defineReadRoute({
  path: '/me/data',
  name: 'exportMyData',
  headers: ['Content-Disposition'],
  summary:
    'Export all data on the calling borrower (GDPR articles 15 and 20): each kind of data with its purpose, legal basis and end, and its values',
  tag: 'Borrowers',
  roles: ['borrower'],
  answer: PersonalDataAnswer,
  extraStatuses: [404],
  handle: (request) => pipe(TE.fromEither(requireCallingBorrower(request.caller)), TE.chain(exportData(request))),
})
