import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ScopeClassCodec } from '../../../../../domain/erasure/scope-class-codec'
import { Day } from '../../../../../domain/values/day'
import { brandedStringCodec } from '../../../../../domain/values/branded-string-codec'
import { CertificateId, RunId, ScopeId } from '../../../../../domain/values/ids'
import type { CertificateCursor, CertificateEntry } from '../../../../../projections/certificates/certificate-queries'
import { CertificateProblem } from '../../../../../retention/certificates/check-certificate-of-run'
import type { CertificateWithCheckResult } from '../../../../processes/running-library/certificate-operations'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { administratorsAndAuditors } from '../../access/caller-roles-of-routes'
import { LogNameCodec } from '../../codecs/log-name-codec'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { HttpFailure } from '../../problems/http-failure'
import { cursorAfterKey, nextPageMember, PageQuery, readPageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'

const DayOrMonth = brandedStringCodec('DayOrMonth', /^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/, '2026-11-22')
/** The key of a certificate in the list: its date, and its id. */
const keyOf = ({ certifiedOn, certificate }: CertificateCursor): string => `${certifiedOn} ${certificate}`

const placeOf = (key: string): CertificateCursor => {
  const [certifiedOn = '', certificate = ''] = key.split(' ')
  return { certifiedOn, certificate: certificate as CertificateId }
}

interface CheckedCertificate extends CertificateEntry {
  readonly problem: CertificateProblem | null
}

/** Each certificate of a page, with what is wrong with it; one after the other, because each reads a stream. */
const checkEach = async (
  { certificates }: Pick<RunningLibrary, 'certificates'>,
  page: ReadonlyArray<CertificateEntry>,
): Promise<ReadonlyArray<CheckedCertificate>> => {
  const checked: CheckedCertificate[] = []
  for (const entry of page) checked.push({ ...entry, problem: await certificates.check(entry) })
  return checked
}

const entryFields = {
  certificate: CertificateId,
  run: RunId,
  log: LogNameCodec,
  certifiedOn: t.string,
  scopes: t.record(t.string, CountCodec),
  horizon: objectCodec('CertificateHorizon', {
    status: t.keyof({ open: null, declared: null, passed: null }),
    on: nullableCodec(Day),
  }),
}

export const listCertificatesRoute = defineReadRoute({
  path: '/certificates',
  name: 'listCertificates',
  summary:
    'List the certificates of erasures by date; those of persons once their month is closed. Each is verified as it is listed, by its signature and by the log',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  query: objectCodec(
    'CertificateQuery',
    {},
    { ...PageQuery.optional, log: LogNameCodec, class: ScopeClassCodec, on: DayOrMonth, scope: ScopeId },
  ),
  answer: objectCodec('Certificates', {
    certificates: listCodec(
      objectCodec('CertificateEntry', { ...entryFields, problem: nullableCodec(CertificateProblem) }),
    ),
    ...nextPageMember,
  }),
  handle: ({ query, library }) => {
    const { size, after } = readPageQuery(query)
    const certificates = library.certificates.list({
      ...query,
      limit: size + 1,
      ...(after === '' ? {} : { after: placeOf(after) }),
    })
    const page = certificates.slice(0, size)
    const last = certificates.length > size ? page.at(-1) : undefined
    const next = last === undefined ? null : cursorAfterKey(keyOf(last))
    return pipe(
      TE.fromTask<ReadonlyArray<CheckedCertificate>, HttpFailure>(() => checkEach(library, page)),
      TE.map((checked) => answerWithBody({ certificates: checked, next })),
    )
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

export const readCertificateRoute = defineReadRoute({
  path: '/certificates/:certificate',
  name: 'readCertificate',
  summary:
    'Read a certificate: the statement (canonical JSON, the bytes that are signed), its signature (base64), the key that verifies it, and whether it is valid',
  tag: 'Administration',
  headers: ['Content-Disposition'],
  roles: administratorsAndAuditors,
  params: objectCodec('CertificatePath', { certificate: CertificateId }),
  answer: objectCodec('Certificate', {
    ...entryFields,
    statement: t.string,
    signature: t.string,
    verifyingKey: t.string,
    problem: nullableCodec(CertificateProblem),
  }),
  handle: ({ params: { certificate }, library }) =>
    pipe(
      TE.fromTask<CertificateWithCheckResult | undefined, HttpFailure>(() => library.certificates.read(certificate)),
      TE.chain((found) =>
        found === undefined
          ? TE.left(httpRequestFailure('CertificateIsUnknown'))
          : TE.right({
              body: { ...found, verifyingKey: library.certificates.verifyingKey },
              fileName: `certificate-${certificate}.json`,
            }),
      ),
    ),
})
