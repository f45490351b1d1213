import type { Day } from '../../domain/values/day'
import type {
  BlockId,
  BorrowerId,
  BranchId,
  CardId,
  CertificateId,
  ContactId,
  CopyId,
  EventId,
  FeeId,
  IdempotencyId,
  ImportId,
  LoanId,
  PaymentId,
  ReservationId,
  RunId,
  ScopeId,
  SetAsideId,
  StatisticsId,
  TitleId,
} from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { uuid } from '../fixtures/uuid'

/** Who and what the golden log is about. */
export const ditte = uuid(1) as BorrowerId
export const [firstContact, secondContact] = [uuid(2) as ContactId, uuid(3) as ContactId]
export const card = uuid(4) as CardId
export const block = uuid(5) as BlockId
export const [returnedLoan, undoneLoan, lostLoan] = [uuid(6) as LoanId, uuid(7) as LoanId, uuid(8) as LoanId]
export const reservation = uuid(9) as ReservationId
export const setAside = uuid(10) as SetAsideId
export const fee = uuid(11) as FeeId
export const payment = uuid(12) as PaymentId
export const statistics = uuid(13) as StatisticsId
export const idempotency = uuid(14) as IdempotencyId
export const ledger = uuid(15) as ImportId
export const run = uuid(16) as RunId
export const certificate = uuid(17) as CertificateId
export const forgottenScope = uuid(18) as ScopeId
export const trigger = uuid(19) as EventId
export const copy = '3274626533' as CopyId
export const title = '52557240' as TitleId
export const [main, harbour] = ['DK-785100' as BranchId, 'DK-785101' as BranchId]
export const month = '2026-01' as Month
export const on = (day: string): Day => `2026-${day}` as Day
export const bookName = 'Pelle Erobreren'
