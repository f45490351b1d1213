import { addMonths, isLastDayOfMonth, monthOf } from '../../../domain/values/month'
import { historyMonthsTable } from '../../../projections/loan-histories/loan-histories-tables'
import { broken } from './broken-promise'
import type { Check } from './midnight'

/** "One entry a month for those who consented before it": with the titles that they were lent, and no others. */
export const checkHistories: Check = ({ year: { groundTruth, library }, day }) => {
  if (!isLastDayOfMonth(day)) return []
  const month = monthOf(day)
  const written = new Map(
    library.rows.find(historyMonthsTable, { where: { month } }).map(({ borrower, titles }) => [borrower, titles]),
  )
  return [...groundTruth.borrowers.values()].flatMap(({ id, history }) => {
    const titles = written.get(id)
    if (history === null || history.givenIn >= month)
      return titles === undefined ? [] : [broken('loanHistory', 'a month without consent', id)]
    if (titles === undefined) return [broken('loanHistory', 'a month is missing', id)]
    // A loan that a machine sends late is recorded in the month after it was made.
    const lent = [month, addMonths(-1)(month)].flatMap((of) => groundTruth.lentInMonth.get(`${id} ${of}`) ?? [])
    const others = titles.split(' ').filter((title) => title !== '' && !lent.some((other) => other === title))
    return others.length === 0 ? [] : [broken('loanHistory', 'a title that was not lent', id)]
  })
}
