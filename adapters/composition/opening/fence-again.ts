import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { CertificateId } from '../../../domain/values/ids'
import type { Part } from '../../../domain/ports/keys'
import { allRows } from '../../../retention/keys/all-rows'
import { unavailable } from '../../../retention/keys/unavailable'
import type { Stores } from '../stores'
import type { StoreTrouble } from '../truth/truth'

type Fenced = ReadonlyMap<CertificateId, ReadonlyArray<Part>>

const byCertificate = ({ schedule }: Pick<Stores, 'schedule'>, parts: ReadonlyArray<Part>): Fenced => {
  const found = new Map<CertificateId, Part[]>()
  for (const part of parts) {
    const certificate = schedule.certificateOf(part.scope)
    if (certificate !== undefined) found.set(certificate, [...(found.get(certificate) ?? []), part])
  }
  return found
}

const livingParts = async ({ keyStore }: Pick<Stores, 'keyStore'>): Promise<E.Either<StoreTrouble, Part[]>> => {
  const living: Part[] = []
  for await (const page of allRows(keyStore)) {
    if (E.isLeft(page)) return page
    for (const row of page.right) if (row._tag === 'Living') living.push({ scope: row.scope, class: row.class })
  }
  return E.right(living)
}

/**
 * Destroys keys that the log says were erased and that are there again: the key store was put back from a backup.
 * Call it when the schedule has passed both logs' ends, before anything is opened. What a run has declared and not
 * certified yet is left to the worker, which finishes it. Answers how many were destroyed again.
 */
export const fenceAgain =
  (stores: Pick<Stores, 'keyStore' | 'schedule'>): TaskEither<StoreTrouble, number> =>
  async () => {
    const { keyStore, schedule } = stores
    const counted = await keyStore.count()
    if (E.isLeft(counted) || counted.right.fenced >= schedule.erasedInAll()) return E.map(() => 0)(counted)
    const living = await livingParts(stores)
    if (E.isLeft(living)) return living
    const back = byCertificate(stores, living.right)
    for (const [certificate, parts] of back) {
      const fenced = await keyStore.fence(parts, certificate)()
      if (E.isLeft(fenced)) return fenced
    }
    const emptied = await keyStore.checkpointTruncate()
    if (E.isLeft(emptied))
      return E.left(unavailable('erased keys were put back, and a reader is in the way of erasing them'))
    return E.right([...back.values()].reduce((count, parts) => count + parts.length, 0))
  }
