import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { CertificateId, RunId } from '../../domain/values/ids'
import { defineTable, nullableOpenTextColumn, openNumberColumn, openTextColumn } from '../read-model/define-table'

/** The runs of erasures. A run has no certificate until every step has succeeded. */
export const erasureRunsTable = defineTable(
  'erasureRuns',
  {
    run: openTextColumn<RunId>(),
    log: openTextColumn<LogName>(),
    certificate: nullableOpenTextColumn<CertificateId>(),
    /** The day of the certificate; in *persons* the month. */
    certifiedOn: nullableOpenTextColumn(),
  },
  ['run'],
  [['certificate'], ['log', 'certifiedOn', 'certificate']],
)

/** How many scopes of a class a run erases. */
export const erasureRunClassesTable = defineTable(
  'erasureRunClasses',
  {
    run: openTextColumn<RunId>(),
    class: openTextColumn<ScopeClass>(),
    log: openTextColumn<LogName>(),
    scopes: openNumberColumn(),
    certificate: nullableOpenTextColumn<CertificateId>(),
    certifiedOn: nullableOpenTextColumn(),
  },
  ['run', 'class'],
  [['class', 'log', 'certifiedOn', 'certificate']],
)

/** The wrapping keys that are destroyed: see `domain/erasure/backup-horizon.ts`. */
export const backupHorizonsTable = defineTable(
  'backupHorizons',
  {
    epoch: openNumberColumn(),
    /** Whether a hardware module attests the destruction, or the library declares it. */
    status: openTextColumn<'passed' | 'declared'>(),
    supersededOn: openTextColumn<Day>(),
    destroyedOn: openTextColumn<Day>(),
  },
  ['epoch'],
  [['supersededOn', 'epoch']],
)
