import { closeSync, openSync, writeSync } from 'node:fs'
import { seededRandom } from '../../adapters/imports/demo/seeded-random'
import { addDays, type Day } from '../../domain/values/day'

/** The size of a generated ledger. Its loans are spread evenly over half a year. */
export interface LedgerSize {
  readonly loans: number
  readonly titles: number
  readonly borrowers: number
}

/** 20,000 titles and 5,000 borrowers for 100,000 loans, and in proportion for other numbers. */
export const sizeFor = (loans: number): LedgerSize => ({
  loans,
  titles: Math.ceil(loans / 5),
  borrowers: Math.ceil(loans / 20),
})

const seed = 1789
const firstDay = '2025-01-01' as Day
const days = 181
const headings = 'borrower,name,title,title name,author,lent,returned'

/** The mapping of the columns of a generated ledger. */
export const generatedColumns = {
  borrower: 'borrower',
  borrowerName: 'name',
  title: 'title',
  titleName: 'title name',
  author: 'author',
  lentOn: 'lent',
  returnedOn: 'returned',
} as const

type Draw = (below: number) => number

/** Loans last 1 to 30 days; one in 25 is up to three weeks late, and one in 200 is never returned. */
const returnedOn = (draw: Draw, lentOn: Day): string => {
  if (draw(200) === 0) return ''
  return addDays(draw(25) === 0 ? 31 + draw(21) : 1 + draw(30))(lentOn)
}

const rowOf = (draw: Draw, { loans, titles, borrowers }: LedgerSize, index: number): string => {
  const lentOn = addDays(Math.floor((index * days) / loans))(firstDay)
  const borrower = draw(borrowers)
  const title = draw(titles)
  const names = [`b${String(borrower)},Borrower ${String(borrower)}`, `t${String(title)},Title ${String(title)}`]
  return [...names, `Author ${String(title % 997)}`, lentOn, returnedOn(draw, lentOn)].join(',')
}

const rowsAtOnce = 1000

/** Writes a ledger of made-up loans as CSV; the same size gives the same file. */
export const writeGeneratedLedger = (file: string, size: LedgerSize): void => {
  const draw = seededRandom(seed)
  const out = openSync(file, 'w')
  try {
    writeSync(out, `${headings}\n`)
    for (let from = 0; from < size.loans; from += rowsAtOnce) {
      const count = Math.min(rowsAtOnce, size.loans - from)
      writeSync(out, Array.from({ length: count }, (_, at) => `${rowOf(draw, size, from + at)}\n`).join(''))
    }
  } finally {
    closeSync(out)
  }
}
