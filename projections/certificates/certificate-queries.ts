import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName } from '../../domain/event/stream'
import type { CertificateId, RunId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { findCertificateHorizon, type CertificateHorizon } from './certificate-horizon'
import { erasureRunClassesTable, erasureRunsTable } from './certificate-tables'

/** A certificate in a list. */
export interface CertificateEntry {
  readonly certificate: CertificateId
  readonly run: RunId
  readonly log: LogName
  /** The day of the certificate; in *persons* the month. */
  readonly certifiedOn: string
  /** How many scopes of each class it certifies. */
  readonly scopes: Readonly<Partial<Record<ScopeClass, number>>>
  /** Until when a copy of the key store from before could be unwrapped. */
  readonly horizon: CertificateHorizon
}

/** A place in the list of certificates, which is sorted by date and then by id. */
export interface CertificateCursor {
  readonly certifiedOn: string
  readonly certificate: CertificateId
}

/** Which certificates of a log. */
interface CertificateFilter {
  readonly log: LogName
  /** Only certificates that certify a scope of this class. */
  readonly class?: ScopeClass
  /** Only certificates of this day; in *persons* of this month. */
  readonly on?: string
  /** Only certificates up to and including this date. */
  readonly upTo?: string
  /** Only certificates after this place of the list. */
  readonly after?: CertificateCursor
}

interface CertifiedRow {
  readonly run: RunId
  readonly log: LogName
  readonly certificate: CertificateId | null
  readonly certifiedOn: string | null
}

const scopesOfRun = (rows: ReadModelRows, run: RunId): CertificateEntry['scopes'] =>
  Object.fromEntries(
    rows.find(erasureRunClassesTable, { where: { run }, orderBy: ['class'] }).map((row) => [row.class, row.scopes]),
  )

const toEntries = (rows: ReadModelRows, found: ReadonlyArray<CertifiedRow>): ReadonlyArray<CertificateEntry> =>
  found.flatMap(({ run, log, certificate, certifiedOn }) =>
    certificate === null || certifiedOn === null
      ? []
      : [
          {
            certificate,
            run,
            log,
            certifiedOn,
            scopes: scopesOfRun(rows, run),
            horizon: findCertificateHorizon(certifiedOn)(rows),
          },
        ],
  )

interface DateBounds {
  readonly where?: { readonly certifiedOn: string }
  readonly greaterThan?: { readonly certifiedOn?: string; readonly certificate?: CertificateId }
}

/** The rows after a place are the rest of its date, and then the later dates. */
const boundsAfter = (place: CertificateCursor | undefined): ReadonlyArray<DateBounds> =>
  place === undefined
    ? [{ greaterThan: { certifiedOn: '' } }]
    : [
        { where: { certifiedOn: place.certifiedOn }, greaterThan: { certificate: place.certificate } },
        { greaterThan: { certifiedOn: place.certifiedOn } },
      ]

/** At most `limit` certificates of a log, sorted by date and then by id, which is random. */
export const findCertificates =
  ({ log, class: name, on, upTo, after }: CertificateFilter, limit: number) =>
  (rows: ReadModelRows): ReadonlyArray<CertificateEntry> => {
    const find = ({ where, greaterThan }: DateBounds): ReadonlyArray<CertifiedRow> => {
      if (where !== undefined && on !== undefined && where.certifiedOn !== on) return []
      const query = {
        ...(greaterThan === undefined ? {} : { greaterThan }),
        ...(upTo === undefined ? {} : { atMost: { certifiedOn: upTo } }),
        orderBy: ['certifiedOn', 'certificate'] as const,
        limit,
      }
      const conditions = { log, ...(on === undefined ? {} : { certifiedOn: on }), ...where }
      return name === undefined
        ? rows.find(erasureRunsTable, { ...query, where: conditions })
        : rows.find(erasureRunClassesTable, { ...query, where: { ...conditions, class: name } })
    }
    return toEntries(rows, boundsAfter(after).flatMap(find).slice(0, limit))
  }

/** The entry of a certificate; undefined when no run has it. */
export const certificateById =
  (certificate: CertificateId) =>
  (rows: ReadModelRows): CertificateEntry | undefined => {
    const row = findFirstRow(rows, erasureRunsTable, { where: { certificate } })
    return row === undefined ? undefined : toEntries(rows, [row])[0]
  }

/** At most `limit` runs that have a certificate, after a run id. By run id, which is random. */
export const findCertifiedRuns =
  (after: RunId | undefined, limit: number) =>
  (rows: ReadModelRows): ReadonlyArray<{ readonly run: RunId; readonly log: LogName }> =>
    rows.findColumns(erasureRunsTable, ['run', 'log'], {
      greaterThan: { certifiedOn: '', ...(after === undefined ? {} : { run: after }) },
      orderBy: ['run'],
      limit,
    })
