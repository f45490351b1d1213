import { monthOf } from '../../../domain/values/month'
import { staffUser, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { broken, type BrokenPromise } from './broken-promise'
import type { Midnight } from './midnight'

/** What happened so often in a month is what its statistics say, which name no person. */
export const checkStatistics = async (
  { send }: ServedLibrary,
  { year: { groundTruth }, day }: Midnight,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const month = monthOf(day)
  const { circulation } = (await send('GET', `/statistics/months/${month}`, { as: staffUser })).body
  const timesOf = (kind: string): number => groundTruth.happenedInMonth.get(`${month} ${kind}`) ?? 0
  return (['loans', 'undone', 'bills'] as const)
    .filter((kind) => circulation[kind] !== timesOf(kind))
    .map((kind) => broken('statistics', `${String(circulation[kind])} ${kind} of ${String(timesOf(kind))}`, month))
}
