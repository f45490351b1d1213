import type { JSX } from 'preact'
import { TextWithCode } from '../audit-report/text-with-code'
import { LinkTo } from '../layout/link-to'
import { Text, useHref, useText } from '../layout/page-frame'
import type { TableColumn } from '../tables/data-table'
import { PagedTable } from '../tables/paged-table'
import { ValueList } from '../tables/value-list'
import { auditTexts as texts, auditTitles } from './audit-texts'
import { certificateFilePath, certificatePath, certificateProofPath } from './certificate-paths'
import { ClassText } from './replayed-value-text'

/** A certificate, and what is wrong with it; null when it is valid. */
interface ShownCertificate {
  readonly certificate: string
  readonly log: string
  readonly certifiedOn: string
  readonly scopes: Readonly<Record<string, number>>
  readonly problem: string | null
}

const Verdict = ({ problem }: Pick<ShownCertificate, 'problem'>): JSX.Element =>
  problem === null ? (
    <Text of={texts.valid} />
  ) : (
    <strong>
      <Text of={texts.invalid} /> (<span lang="en">{problem}</span>)
    </strong>
  )

const Scopes = ({ scopes }: Pick<ShownCertificate, 'scopes'>): JSX.Element => (
  <>
    {Object.entries(scopes).map(([name, count], n) => (
      <>
        {n === 0 ? '' : ', '}
        <ClassText name={name} />: {count}
      </>
    ))}
  </>
)

const CertificateLink = ({ certificate }: Pick<ShownCertificate, 'certificate'>): JSX.Element => {
  const href = useHref()
  return <a href={href(certificatePath(certificate))}>{certificate}</a>
}

const columns: ReadonlyArray<TableColumn<ShownCertificate>> = [
  { heading: texts.certificateId, cell: CertificateLink },
  { heading: texts.log, cell: ({ log }) => log },
  { heading: texts.certifiedOn, cell: ({ certifiedOn }) => certifiedOn },
  { heading: texts.scopes, cell: Scopes },
  { heading: texts.verified, cell: Verdict },
]

interface CertificatesProps {
  readonly certificates: ReadonlyArray<ShownCertificate>
  readonly next: string | null
}

/** The certificates of erasures, each verified as it is listed. */
export const CertificatesView = ({ certificates, next }: CertificatesProps): JSX.Element => (
  <>
    <p>
      <Text of={texts.certificatesIntro} />
    </p>
    <PagedTable
      {...{ caption: auditTitles.certificates, columns, rows: certificates, next }}
      empty={texts.noCertificates}
    />
  </>
)

/** How a certificate is verified without believing the page. */
const Verifying = ({ certificate }: Pick<ShownCertificate, 'certificate'>): JSX.Element => {
  const text = useText()
  return (
    <>
      <h2>
        <Text of={texts.verifyYourself} />
      </h2>
      <ul>
        <li>
          <LinkTo path={certificateFilePath(certificate)} text={texts.certificateFile} />
        </li>
        <li>
          <LinkTo path={certificateProofPath(certificate)} text={texts.certificateProof} />
        </li>
      </ul>
      {[texts.howSigned, texts.howProved, texts.howHeadIsSigned, texts.howLeafIsTied, texts.howExported].map((how) => (
        <p>
          <TextWithCode text={text(how)} />
        </p>
      ))}
    </>
  )
}

interface CertificateProps extends ShownCertificate {
  readonly statement: string
  readonly signature: string
  /** In PEM. */
  readonly verifyingKey: string
}

/** One certificate: what is signed, byte by byte, and whether it is valid. */
export const CertificateView = ({
  certificate,
  log,
  certifiedOn,
  scopes,
  problem,
  statement,
  signature,
  verifyingKey,
}: CertificateProps): JSX.Element => (
  <>
    <ValueList
      values={[
        { name: texts.certificateId, value: certificate },
        { name: texts.log, value: log },
        { name: texts.certifiedOn, value: certifiedOn },
        { name: texts.scopes, value: <Scopes scopes={scopes} /> },
        { name: texts.verified, value: <Verdict problem={problem} /> },
        { name: texts.statement, value: <code class="long-text">{statement}</code> },
        { name: texts.signature, value: <code class="long-text">{signature}</code> },
        { name: texts.verifyingKey, value: <code class="key-text">{verifyingKey}</code> },
      ]}
    />
    <Verifying certificate={certificate} />
  </>
)
