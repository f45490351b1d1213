import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { BorrowerGroup } from '../../../../../domain/policy/borrower-group'
import { Day } from '../../../../../domain/values/day'
import { MunicipalityCode, type IdentityId } from '../../../../../domain/values/ids'
import { identityOfBorrower } from '../../../../../projections/borrowers/borrower-record-queries'
import type { IdentityRow } from '../../../../../projections/borrowers/borrower-tables'
import { isProtectedFrom } from '../../access/withhold-protected'
import { withheldText } from '../../codecs/withheld-value'
import { requireOwnData } from '../../access/require-own-data'
import { staffAuditorsAndBorrowers, staffRoleOnly } from '../../access/caller-roles-of-routes'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { requireFound } from '../read-caught-up-rows'
import { readRowsAndBorrowerEtag, recordEtag } from './borrower-etag'
import { BorrowerChangedAnswer, borrowerInPath, BorrowerPathParameters, IdentityBody } from './borrower-request-codecs'
import { changeBorrowerIfMatch } from './change-borrower-if-match'
import { checkBirthDate } from './check-birth-date'
import { identityFromRequest } from './person-from-registration'

const path = '/borrowers/:borrower/identity'
const identityValue = personalValueCodec('identity')

const IdentityAnswer = objectCodec('Identity', {
  name: identityValue(t.string),
  cpr: identityValue(nullableCodec(t.string)),
  birthDate: identityValue(nullableCodec(Day)),
  group: identityValue(BorrowerGroup),
  municipality: identityValue(nullableCodec(MunicipalityCode)),
  reason: identityValue(nullableCodec(t.string)),
})

/** What a change sends back: protection has a route of its own. */
const toIdentityAnswer = ({ name, cpr, birthDate, group, municipality, reason }: IdentityRow) => ({
  ...{ name, cpr, birthDate, group, municipality, reason },
})

export const readIdentityRoute = defineReadRoute({
  path,
  name: 'readIdentity',
  headers: ['ETag'],
  summary: 'Read who a borrower is, and why it was put right the last time',
  tag: 'Borrowers',
  roles: staffAuditorsAndBorrowers,
  params: BorrowerPathParameters,
  answer: IdentityAnswer,
  opensRecordsOf: borrowerInPath,
  handle: ({ params: { borrower }, caller, library }) =>
    pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() => readRowsAndBorrowerEtag(library, recordEtag)(borrower)),
      TE.bind('row', ({ rows }) =>
        TE.fromEither(
          requireFound<IdentityRow>(commandRefused({ _tag: 'BorrowerIsUnknown' }))(identityOfBorrower(borrower)(rows)),
        ),
      ),
      TE.map(({ etag, rows, row }) => {
        const who = toIdentityAnswer(row)
        const isHidden = isProtectedFrom(caller, rows)(borrower)
        return { etag, body: isHidden ? { ...who, name: withheldText } : who }
      }),
    ),
})

export const changeIdentityRoute = defineCommandRoute({
  method: 'put',
  path,
  name: 'changeIdentity',
  headers: ['ETag'],
  summary:
    'Put right who a borrower is (berigtigelse): name, CPR number, birth date, group, municipality; what was wrong is forgotten with the closing of the next month',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  body: IdentityBody,
  ifMatch: 'must',
  answer: BorrowerChangedAnswer,
  handle: (request) => {
    const { reason, ...sent } = request.body
    const details = identityFromRequest(sent)
    const today = request.library.useCaseDependencies.commandHandling.clock.today()
    return pipe(
      TE.fromEither(checkBirthDate(today)(details)),
      TE.chain(() =>
        changeBorrowerIfMatch(request)(({ idFor: next }) => ({
          type: 'ChangeIdentity',
          borrower: request.params.borrower,
          identity: next('identity') as IdentityId,
          details,
          reason,
        })),
      ),
    )
  },
})
