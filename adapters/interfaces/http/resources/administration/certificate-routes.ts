import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ScopeClassCodec } from '../../../../../domain/erasure/scope-class-codec'
import { branded } from '../../../../../domain/values/branded'
import { CertificateId, RunId, ScopeId } from '../../../../../domain/values/ids'
import type { CertificateEntry, CertificatePlace } from '../../../../../projections/certificates/certificate-queries'
import type { ReadCertificate } from '../../../../processes/running-library/certificate-operations'
import { administratorsAndAuditors } from '../../access/roles'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { Count } from '../../codecs/whole-number'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'

/** Certificates in one answer, when the request does not say how many. */
const defaultLimit = 100

/** At most how many certificates one answer has. A query has texts only. */
const Limit = branded('CertificateLimit', /^[1-9][0-9]{0,2}$/, '100')

const LogInQuery = t.keyof({ circulation: null, persons: null })
const DayOrMonth = branded('DayOrMonth', /^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/, '2026-11-22')
/** The place of the last certificate of a page: its date and its id. */
const Cursor = branded(
  'CertificateCursor',
  /^[0-9]{4}-[0-9]{2}(-[0-9]{2})?\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  '2026-11-22.5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33',
)
type Cursor = t.TypeOf<typeof Cursor>

const placeOf = (cursor: Cursor): CertificatePlace => {
  const [certifiedOn = '', certificate = ''] = cursor.split('.')
  return { certifiedOn, certificate: certificate as CertificateId }
}

const cursorAfter = ({ certifiedOn, certificate }: CertificateEntry): Cursor =>
  `${certifiedOn}.${certificate}` as Cursor

const entryFields = {
  certificate: CertificateId,
  run: RunId,
  log: LogInQuery,
  certifiedOn: t.string,
  scopes: t.record(t.string, Count),
}

export const listCertificatesRoute = defineReadRoute({
  path: '/certificates',
  name: 'listCertificates',
  summary:
    'List the certificates of erasures by date; those of persons once their month is closed. `next` is the cursor of the next page, null on the last',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  query: objectCodec(
    'CertificateQuery',
    {},
    { log: LogInQuery, class: ScopeClassCodec, on: DayOrMonth, scope: ScopeId, limit: Limit, cursor: Cursor },
  ),
  answer: objectCodec('Certificates', {
    certificates: listCodec(objectCodec('CertificateEntry', entryFields)),
    next: nullableCodec(Cursor),
  }),
  handle: ({ query: { cursor, limit: wanted, ...filter }, library }) => {
    const limit = wanted === undefined ? defaultLimit : Number(wanted)
    const certificates = library.certificates.list({
      ...filter,
      limit,
      ...(cursor === undefined ? {} : { after: placeOf(cursor) }),
    })
    const last = certificates.length < limit ? undefined : certificates.at(-1)
    return TE.right(answerWithBody({ certificates, next: last === undefined ? null : cursorAfter(last) }))
  },
})

export const readCertificateKeyRoute = defineReadRoute({
  path: '/certificates/key',
  name: 'readCertificateKey',
  summary: 'Read the public key (Ed25519, SPKI in PEM) that verifies every certificate',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  answer: objectCodec('CertificateKey', { verifyingKey: t.string }),
  handle: ({ library }) => TE.right(answerWithBody({ verifyingKey: library.certificates.verifyingKey })),
})

const CertificateProblem = t.keyof({
  unreadable: null,
  wrongSignature: null,
  notAStatement: null,
  notDeclared: null,
  differsFromLog: null,
  scopeDeclaredTwice: null,
  missing: null,
})

export const readCertificateRoute = defineReadRoute({
  path: '/certificates/:certificate',
  name: 'readCertificate',
  summary:
    'Read a certificate: the statement (canonical JSON, the bytes that are signed), its signature (base64), and whether it is valid',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  params: objectCodec('CertificatePath', { certificate: CertificateId }),
  answer: objectCodec('Certificate', {
    ...entryFields,
    statement: t.string,
    signature: t.string,
    problem: nullableCodec(CertificateProblem),
  }),
  handle: ({ params: { certificate }, library }) =>
    pipe(
      TE.fromTask<ReadCertificate | undefined, HttpFailure>(() => library.certificates.read(certificate)),
      TE.chain((found) =>
        found === undefined
          ? TE.left(httpRequestFailure('CertificateIsUnknown'))
          : TE.right(answerWithBody({ ...found })),
      ),
    ),
})
