import * as E from 'fp-ts/Either'
import { changeBorrower } from '../../../domain/use-cases/change-borrower'
import { changeCopy } from '../../../domain/use-cases/change-copy'
import type { BlockId, BranchId, CopyId } from '../../../domain/values/ids'
import { copyById } from '../../../projections/copies/copy-queries'
import { pullListOfBranch } from '../../../projections/queue/pull-list-query'
import { reservedCopiesTable } from '../../../projections/queue/queue-tables'
import { findFirstRow } from '../../../projections/read-model/read-model-rows'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { doNow } from './send-steps'
import { copiesAt, count, keyedAt, readRows, type Spot, type Week } from './week'
import { branches } from './week-settings'

export const scan = async (week: Week, copy: CopyId, branch: BranchId): Promise<void> => {
  await doNow(week, { type: 'returned', copy, branch, at: week.nextMoment() })
  week.places.set(copy, { type: 'at', branch })
}

export const withdraw = async (week: Week, { branch }: Spot): Promise<void> => {
  const copy = week.random.pickOne(copiesAt(week, branch))
  if (copy === undefined) return
  const metadata = keyedAt(week.nextMoment())
  const withdrawn = await changeCopy(week.library.useCaseDependencies)(copy, metadata)({ type: 'Withdraw' })()
  if (E.isLeft(withdrawn)) return
  week.places.set(copy, { type: 'gone' })
  count(week, 'withdrawn')
}

export const block = async (week: Week): Promise<void> => {
  const borrower = week.random.pickOne(week.borrowers)
  if (borrower === undefined || week.blocked.has(borrower)) return
  const metadata = keyedAt(week.nextMoment())
  const command = { type: 'BlockBorrower', borrower, reason: 'U', note: null, at: metadata.at } as const
  rightOrThrow(
    await changeBorrower(week.library.useCaseDependencies)(borrower, metadata)(({ idFor }) => ({
      ...command,
      block: idFor('block') as BlockId,
    }))(),
  )
  week.blocked.add(borrower)
  count(week, 'blocked')
}

/** The vans arrive, sometimes at another branch than they should, and what they bring is scanned. */
export const unloadVans = async (week: Week): Promise<void> => {
  for (const [copy, place] of [...week.places]) {
    if (place.type !== 'van') continue
    const isWrong = week.random.withProbability(0.1)
    await scan(week, copy, (isWrong ? week.random.pickOne(branches) : undefined) ?? place.to)
    count(week, 'brought by van')
  }
}

/** What is to go to another branch is put into the vans. */
export const loadVans = async (week: Week): Promise<void> => {
  const rows = await readRows(week)
  for (const [copy, place] of [...week.places]) {
    if (place.type !== 'at' || copyById(copy)(rows)?.status !== 'inTransit') continue
    const reserved = findFirstRow(rows, reservedCopiesTable, { where: { copy } })
    // Staff find no copy that somebody took away meanwhile.
    if (reserved !== undefined && reserved.branch !== place.branch) continue
    week.places.set(copy, { type: 'van', to: reserved?.pickUpBranch ?? week.random.pickOne(branches) ?? place.branch })
  }
}

/** Staff fetch what is on the pull lists. What is not there is not found. */
export const workThroughPullLists = async (week: Week): Promise<void> => {
  for (const branch of branches)
    for (const { copy } of pullListOfBranch(branch)(await readRows(week))) {
      const place = week.places.get(copy.copy)
      if (place?.type === 'at' && place.branch === branch && week.random.withProbability(0.9)) {
        await scan(week, copy.copy, branch)
        count(week, 'found on a pull list')
        continue
      }
      const day = week.library.useCaseDependencies.commandHandling.clock.today()
      const metadata = keyedAt(week.nextMoment())
      const change = changeCopy(week.library.useCaseDependencies)(copy.copy, metadata)
      if (E.isRight(await change({ type: 'NotFound', branch, day })())) count(week, 'not found on a pull list')
    }
}
