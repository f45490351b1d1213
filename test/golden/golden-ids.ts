import type { Day } from '../../domain/values/day'
import type {
  AbsenceId,
  AccessId,
  ViewId,
  BlockId,
  BorrowerId,
  BranchId,
  CardId,
  CertificateId,
  CollectionFileId,
  DisclosureId,
  CameraId,
  FootageId,
  ViewingId,
  PageVisitCountId,
  ServerLogBlockId,
  ServerLogId,
  ServerLogOpeningId,
  ContactId,
  CopyId,
  EventId,
  FeeId,
  GuardianId,
  GuardianshipId,
  HistoryId,
  HoldId,
  IdempotencyId,
  IdentityId,
  ImportId,
  LoanId,
  LossId,
  NoteId,
  MessageCountId,
  NoticeId,
  MessageId,
  ParallelReservationId,
  PaymentId,
  PinId,
  PreferenceId,
  ReceiptId,
  ReservationId,
  RunId,
  ScopeId,
  SetAsideId,
  StatisticsId,
  TitleId,
  UnmatchedId,
} from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { numberedUuid } from '../fixtures/numbered-uuid'

/** The ids of the golden log. */
export const ditte = numberedUuid(1) as BorrowerId
export const [firstContact, secondContact] = [numberedUuid(2) as ContactId, numberedUuid(3) as ContactId]
export const [card, secondCard] = [numberedUuid(4) as CardId, numberedUuid(70) as CardId]
export const [identity, secondIdentity] = [numberedUuid(71) as IdentityId, numberedUuid(72) as IdentityId]
export const [preference, secondPreference] = [numberedUuid(73) as PreferenceId, numberedUuid(74) as PreferenceId]
export const pin = numberedUuid(75) as PinId
export const block = numberedUuid(5) as BlockId
export const [returnedLoan, undoneLoan, lostLoan] = [numberedUuid(6) as LoanId, numberedUuid(7) as LoanId, numberedUuid(8) as LoanId]
export const reservation = numberedUuid(9) as ReservationId
export const [otherReservation, parallelReservation] = [numberedUuid(96) as ReservationId, numberedUuid(97) as ParallelReservationId]
export const setAside = numberedUuid(10) as SetAsideId
export const fee = numberedUuid(11) as FeeId
export const claimedLoan = numberedUuid(51) as LoanId
export const receipt = numberedUuid(52) as ReceiptId
export const reimbursement = numberedUuid(50) as FeeId
export const hold = numberedUuid(60) as HoldId
export const history = numberedUuid(61) as HistoryId
export const [absence, secondAbsence] = [numberedUuid(76) as AbsenceId, numberedUuid(77) as AbsenceId]
export const message = numberedUuid(78) as MessageId
export const [guardian, secondGuardian] = [numberedUuid(82) as GuardianId, numberedUuid(79) as GuardianId]
export const guardianship = numberedUuid(81) as GuardianshipId
export const messageCount = numberedUuid(90) as MessageCountId
export const access = numberedUuid(98) as AccessId
export const view = numberedUuid(99) as ViewId
export const notice = numberedUuid(80) as NoticeId
export const collectionFile = numberedUuid(90) as CollectionFileId
export const disclosure = numberedUuid(91) as DisclosureId
export const footage = numberedUuid(100) as FootageId
export const viewings = [101, 102, 103, 104].map((n) => numberedUuid(n) as ViewingId)
export const camera = 'indgang' as CameraId
export const [serverLog, serverLogBlock] = [numberedUuid(150) as ServerLogId, numberedUuid(151) as ServerLogBlockId]
export const serverLogOpening = numberedUuid(152) as ServerLogOpeningId
export const pageVisitCount = numberedUuid(153) as PageVisitCountId
export const payment = numberedUuid(12) as PaymentId
export const statistics = numberedUuid(13) as StatisticsId
export const idempotency = numberedUuid(14) as IdempotencyId
export const ledger = numberedUuid(15) as ImportId
export const run = numberedUuid(16) as RunId
export const notesRequest = numberedUuid(695) as NoteId
export const [firstNote, secondNote] = [numberedUuid(63) as NoteId, numberedUuid(64) as NoteId]
export const loss = numberedUuid(62) as LossId
export const certificate = numberedUuid(17) as CertificateId
export const forgottenScope = numberedUuid(18) as ScopeId
export const trigger = numberedUuid(19) as EventId
export const fetchedSetAside = numberedUuid(30) as SetAsideId
export const pastLoan = numberedUuid(40) as LoanId
export const [unmatched, resolvedAct] = [numberedUuid(41) as UnmatchedId, numberedUuid(42) as UnmatchedId]
export const copy = '3274626533' as CopyId
export const title = '52557240' as TitleId
export const [main, harbour] = ['DK-785100' as BranchId, 'DK-785101' as BranchId]
export const month = '2026-01' as Month
export const on = (day: string): Day => `2026-${day}` as Day
export const bookName = 'Pelle Erobreren'
