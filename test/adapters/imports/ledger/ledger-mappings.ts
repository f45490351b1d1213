import { readFileSync } from 'node:fs'
import { fixturePath } from './ledger-files'

/** The column mapping of each ledger. */
export const ledgerMappings = {
  madeUp: JSON.parse(readFileSync(fixturePath('ledger-200.mapping.json'), 'utf8')) as Readonly<Record<string, unknown>>,
  shakespeare: {
    borrower: 'member',
    borrowerName: 'member_name',
    title: 'book',
    titleName: 'book_title',
    author: 'author',
    lentOn: 'borrowed',
    returnedOn: 'returned',
  },
  strashun: {
    borrower: ['name_index', "person's name"],
    borrowerName: "person's name",
    title: ['id', 'book name'],
    titleName: 'book name',
    lentOn: 'date',
    returnedOn: 'return date',
    days: 'D/M/YYYY',
  },
}
