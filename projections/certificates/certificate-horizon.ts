import type { Day } from '../../domain/values/day'
import { lastDayOf } from '../../domain/values/month'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { backupHorizonsTable } from './certificate-tables'

/**
 * Until when a copy of the key store, made before an erasure, could be unwrapped. `open`: it still can, with the ring or
 * its escrow. `declared`: not since that day, unless somebody copied the wrapping key itself. `passed`: not since that
 * day, as the hardware module attests.
 */
export type CertificateHorizon =
  { readonly status: 'open'; readonly on: null } | { readonly status: 'declared' | 'passed'; readonly on: Day }

const open: CertificateHorizon = { status: 'open', on: null }

/**
 * The horizon of a certificate of a day (in *persons*: a month). Keys that were wrapped until then need a wrapping key
 * that was superseded later, or an older one; wrapping keys are destroyed oldest first.
 */
export const findCertificateHorizon =
  (certifiedOn: string) =>
  (rows: ReadModelRows): CertificateHorizon => {
    const row = findFirstRow(rows, backupHorizonsTable, {
      greaterThan: { supersededOn: lastDayOf(certifiedOn) },
      orderBy: ['supersededOn', 'epoch'],
    })
    return row === undefined ? open : { status: row.status, on: row.destroyedOn }
  }
