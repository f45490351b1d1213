import type { StatementFacts } from '../../domain/ports/decision-queries'
import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { messageRecipient } from './message-recipient'
import { messagesTable } from './message-table'
import { statementItems } from './statement-items'

/** What decides whether a borrower is sent a statement; undefined when nobody can be written to. */
export const statementFacts =
  (deadlineAt: EffectiveDeadline) =>
  (borrower: BorrowerId, today: Day) =>
  (rows: ReadModelRows): StatementFacts | undefined => {
    if (messageRecipient(borrower)(rows) === undefined) return undefined
    const made = findFirstRow(rows, messagesTable, { where: { borrower, kind: 'statement', madeOn: today } })
    return { items: statementItems(deadlineAt)(borrower, today)(rows), madeToday: made?.message }
  }
