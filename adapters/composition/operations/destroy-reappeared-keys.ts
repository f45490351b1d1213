import * as E from 'fp-ts/Either'
import type { CertificateStatement } from '../../../retention/certificates/certificate-statement'
import { wipeWrappedKeysInMemory, type FencedKeyRow, type KeyRow } from '../../../retention/keys/key-row'
import type { ScopeId } from '../../../domain/values/ids'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import { destroyRestoredErasedKeys } from '../opening/destroy-erased-keys-brought-back-by-restore'
import type { LibraryStores } from '../stores/library-stores'

type KeysAndSchedule = Pick<LibraryStores, 'keyStore' | 'schedule'>

/** How many rows of the key store one call compares: few, so that requests need not wait. */
const rowsPerComparison = 1000

const isLiving = ({ _tag }: KeyRow): boolean => _tag === 'Living'

const isFenced = (row: KeyRow): row is FencedKeyRow => row._tag === 'Fenced'

/**
 * Compares rows of the key store with the log, a page at a time, in turn. A living key of a scope that has a certificate
 * is destroyed again (`ErasedKeysWereBack`). A fenced row of a scope that has not ended is an alarm only
 * (`FencedWithoutErasure`): the log decides, so neither row changes an answer.
 */
export const destroyReappearedKeys = (
  stores: KeysAndSchedule,
  knowsEveryErasure: () => Promise<boolean>,
  alarm: AlarmReporter,
): (() => Promise<void>) => {
  const { keyStore, schedule } = stores
  let after: ScopeId | undefined
  return async () => {
    const page = await keyStore.page(after, rowsPerComparison)()
    if (E.isLeft(page)) return
    after = page.right.at(-1)?.scope
    const destroyed = await destroyRestoredErasedKeys(stores, page.right.filter(isLiving))
    wipeWrappedKeysInMemory(page.right)
    if (E.isRight(destroyed) && destroyed.right > 0) {
      alarm('ErasedKeysWereBack')
      await keyStore.checkpointTruncate()
    }
    const isInDoubt = (row: KeyRow): boolean => isFenced(row) && !schedule.isEnded(row.scope)
    // Another process may have declared them a moment ago.
    if (page.right.some(isInDoubt) && (await knowsEveryErasure()) && page.right.some(isInDoubt))
      alarm('FencedWithoutErasure')
  }
}

const isAsStated = (row: KeyRow, { scopes, certificate }: CertificateStatement): boolean => {
  const stated = scopes.find(({ scope }) => scope === row.scope)
  const fingerprint = row.fingerprint.length === 0 ? null : Buffer.from(row.fingerprint).toString('hex')
  return (
    !isFenced(row) ||
    (row.certificate === certificate && fingerprint === stated?.fingerprint && row.epoch === stated.epoch)
  )
}

/**
 * Compares the fenced rows of a valid certificate with what it states: `FencedRowMissing` when a scope has no row any
 * more, `FencedRowChanged` when certificate, fingerprint or epoch of a row is another. Neither changes an answer.
 */
export const compareKeyRowsWithCertificate = async (
  { keyStore }: Pick<LibraryStores, 'keyStore'>,
  statement: CertificateStatement,
  alarm: AlarmReporter,
): Promise<void> => {
  const rows = await keyStore.read(statement.scopes.map(({ scope }) => scope))()
  if (E.isLeft(rows)) return
  wipeWrappedKeysInMemory(rows.right)
  const found = new Set(rows.right.map(({ scope }) => scope))
  if (statement.scopes.some(({ scope }) => !found.has(scope))) alarm('FencedRowMissing')
  if (rows.right.some((row) => !isAsStated(row, statement))) alarm('FencedRowChanged')
}
