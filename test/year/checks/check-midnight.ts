import type { BrokenPromise } from './broken-promise'
import { checkBorrowerRows } from './check-borrower-rows'
import { checkCirculationRows } from './check-circulation-rows'
import {
  checkBalances,
  checkMessages,
  checkOneBorrowerACopy,
  checkParallelReservations,
  checkQueues,
} from './check-circulation-rules'
import { checkEstates, checkSubscriptions } from './check-deaths'
import { checkDeclaredErasures, checkLivingKeys, checkLivingReadable, checkNothingOverdue, checkNothingReadable } from './check-erasures' // prettier-ignore
import { checkCertificates, checkCompleteness, checkErasedBorrowers, checkRebuild } from './check-everything'
import { checkHistories } from './check-histories'
import { checkOpenings } from './check-openings'
import { checkOverHttp } from './check-over-http'
import { checkFiles, checkOutput, checkTextsInRows } from './check-traces'
import type { Check, Midnight } from './midnight'

/** The checks of each midnight. */
export const midnightChecks: Readonly<Record<string, Check>> = {
  declaredErasures: checkDeclaredErasures,
  livingKeys: checkLivingKeys,
  nothingReadable: checkNothingReadable,
  livingReadable: checkLivingReadable,
  nothingOverdue: checkNothingOverdue,
  borrowerRows: checkBorrowerRows,
  circulationRows: checkCirculationRows,
  oneBorrowerACopy: checkOneBorrowerACopy,
  queues: checkQueues,
  parallelReservations: checkParallelReservations,
  openings: checkOpenings,
  balances: checkBalances,
  messages: checkMessages,
  histories: checkHistories,
  estates: checkEstates,
  subscriptions: checkSubscriptions,
}

/** The checks of some midnights: they read everything. */
export const wholeChecks: Readonly<Record<string, Check>> = {
  erasedBorrowers: checkErasedBorrowers,
  certificates: checkCertificates,
  completeness: checkCompleteness,
  textsInRows: checkTextsInRows,
  files: checkFiles,
  overHttp: checkOverHttp,
  output: checkOutput,
  rebuild: checkRebuild,
}

/** Milliseconds that each check has taken. */
export const timeOfChecks = new Map<string, number>()

export const runChecks = async (
  checks: Readonly<Record<string, Check>>,
  midnight: Midnight,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const all: BrokenPromise[] = []
  for (const [name, check] of Object.entries(checks)) {
    const from = performance.now()
    all.push(...(await check(midnight)))
    timeOfChecks.set(name, (timeOfChecks.get(name) ?? 0) + performance.now() - from)
  }
  return all
}
