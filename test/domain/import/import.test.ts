import type { LedgerImportCommand } from '../../../domain/import/decide-ledger-import-command'
import { ledgerImportDecider } from '../../../domain/import/ledger-import-decider'
import { ImportFinished } from '../../../domain/import/events/import-finished'
import { ImportStarted } from '../../../domain/import/events/import-started'
import type { ImportId } from '../../../domain/values/ids'
import { given } from '../../fixtures/given-when-then'
import { day } from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const id = numberedUuid(1) as ImportId
const past = given(ledgerImportDecider)
const started = ImportStarted({ import: id, fingerprint: 'a', rows: 200 }, {})
const counts = { loans: 190, rejects: 10, finishedOn: day('2026-03-10') }
const finished = ImportFinished({ import: id, fingerprint: 'a', ...counts }, {})
const start = (fingerprint = 'a'): LedgerImportCommand => ({ type: 'StartImport', import: id, fingerprint, rows: 200 })
const finish = (loans = 190): LedgerImportCommand => ({ type: 'FinishImport', import: id, ...counts, loans })

describe('the import of a ledger', () => {
  it('is started, and continues when started again with the same file', () => {
    past().when(start()).thenHappens(started)
    past(started).when(start()).thenHappens()
  })

  it('does not continue with another file', () => {
    past(started).when(start('b')).thenRefused({ _tag: 'ImportIsOfAnotherFile' })
  })

  it('is finished once, when every row is a loan or a reject', () => {
    past(started).when(finish()).thenHappens(finished)
    past(started, finished).when(finish()).thenHappens()
    past(started).when(finish(189)).thenRefused({ _tag: 'RowsUnaccountedFor', rows: 200, loans: 189, rejects: 10 })
  })

  it('is not finished before it starts, nor started after it is finished', () => {
    past().when(finish()).thenRefused({ _tag: 'ImportIsUnknown' })
    past(started, finished).when(start()).thenRefused({ _tag: 'ImportIsFinished' })
  })
})
