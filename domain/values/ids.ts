import type * as t from 'io-ts'
import { brandedStringCodec } from './branded-string-codec'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const example = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'

/** A random 128-bit id, written as a UUID. */
const randomId = <Name extends string>(name: Name) => brandedStringCodec(name, uuid, example)

export const EventId = randomId('EventId')
export type EventId = t.TypeOf<typeof EventId>

/** The id of a scope. The id of a loan is the id of its scope; the same holds for the other records. */
export const ScopeId = randomId('ScopeId')
export type ScopeId = t.TypeOf<typeof ScopeId>

export const BorrowerId = randomId('BorrowerId')
export type BorrowerId = t.TypeOf<typeof BorrowerId>
export const IdentityId = randomId('IdentityId')
export type IdentityId = t.TypeOf<typeof IdentityId>
export const PreferenceId = randomId('PreferenceId')
export type PreferenceId = t.TypeOf<typeof PreferenceId>
export const ContactId = randomId('ContactId')
export type ContactId = t.TypeOf<typeof ContactId>
export const CardId = randomId('CardId')
export type CardId = t.TypeOf<typeof CardId>
export const PinId = randomId('PinId')
export type PinId = t.TypeOf<typeof PinId>
export const BlockId = randomId('BlockId')
export type BlockId = t.TypeOf<typeof BlockId>
export const AbsenceId = randomId('AbsenceId')
export type AbsenceId = t.TypeOf<typeof AbsenceId>
export const NoteId = randomId('NoteId')
export type NoteId = t.TypeOf<typeof NoteId>
/** What the library knows of a guardian; a correction gets a new one. */
export const GuardianId = randomId('GuardianId')
export type GuardianId = t.TypeOf<typeof GuardianId>
/** One guardian of one child, through all corrections. */
export const GuardianshipId = randomId('GuardianshipId')
export type GuardianshipId = t.TypeOf<typeof GuardianshipId>
export const LoanId = randomId('LoanId')
export type LoanId = t.TypeOf<typeof LoanId>
export const ReservationId = randomId('ReservationId')
export type ReservationId = t.TypeOf<typeof ReservationId>
export const ParallelReservationId = randomId('ParallelReservationId')
export type ParallelReservationId = t.TypeOf<typeof ParallelReservationId>
export const SetAsideId = randomId('SetAsideId')
export type SetAsideId = t.TypeOf<typeof SetAsideId>
export const FeeId = randomId('FeeId')
export type FeeId = t.TypeOf<typeof FeeId>
/** A file to the collector: the same id stands in the fees that it names. */
export const CollectionFileId = randomId('CollectionFileId')
export type CollectionFileId = t.TypeOf<typeof CollectionFileId>
export const DisclosureId = randomId('DisclosureId')
export type DisclosureId = t.TypeOf<typeof DisclosureId>
/** The server log of a day. */
export const ServerLogId = randomId('ServerLogId')
export type ServerLogId = t.TypeOf<typeof ServerLogId>
/** What one process logged in one hour. */
export const ServerLogBlockId = randomId('ServerLogBlockId')
export type ServerLogBlockId = t.TypeOf<typeof ServerLogBlockId>
export const ServerLogOpeningId = randomId('ServerLogOpeningId')
export type ServerLogOpeningId = t.TypeOf<typeof ServerLogOpeningId>
/** The visits of pages that one process counted in one hour. */
export const PageVisitCountId = randomId('PageVisitCountId')
export type PageVisitCountId = t.TypeOf<typeof PageVisitCountId>
export const ReceiptId = randomId('ReceiptId')
export type ReceiptId = t.TypeOf<typeof ReceiptId>
export const PaymentId = randomId('PaymentId')
export type PaymentId = t.TypeOf<typeof PaymentId>
export const MessageId = randomId('MessageId')
export type MessageId = t.TypeOf<typeof MessageId>
export const NoticeId = randomId('NoticeId')
export type NoticeId = t.TypeOf<typeof NoticeId>
export const MessageCountId = randomId('MessageCountId')
export type MessageCountId = t.TypeOf<typeof MessageCountId>
export const AccessId = randomId('AccessId')
export type AccessId = t.TypeOf<typeof AccessId>
export const ViewId = randomId('ViewId')
export type ViewId = t.TypeOf<typeof ViewId>
export const HoldId = randomId('HoldId')
export type HoldId = t.TypeOf<typeof HoldId>
export const HistoryId = randomId('HistoryId')
export type HistoryId = t.TypeOf<typeof HistoryId>
export const UnmatchedId = randomId('UnmatchedId')
export type UnmatchedId = t.TypeOf<typeof UnmatchedId>
/** A case of an offline machine has the id of its loan, or of its unmatched act. */
export const OfflineCaseId = randomId('OfflineCaseId')
export type OfflineCaseId = t.TypeOf<typeof OfflineCaseId>
/** One recording of a camera. */
export const FootageId = randomId('FootageId')
export type FootageId = t.TypeOf<typeof FootageId>
/** One request to look at video, live or recorded, or to hand a copy out: granted or refused. */
export const ViewingId = randomId('ViewingId')
export type ViewingId = t.TypeOf<typeof ViewingId>
export const StatisticsId = randomId('StatisticsId')
export type StatisticsId = t.TypeOf<typeof StatisticsId>
export const IdempotencyId = randomId('IdempotencyId')
export type IdempotencyId = t.TypeOf<typeof IdempotencyId>
export const ImportId = randomId('ImportId')
export type ImportId = t.TypeOf<typeof ImportId>
export const RunId = randomId('RunId')
export type RunId = t.TypeOf<typeof RunId>
/** What was lost at one time. */
export const LossId = randomId('LossId')
export type LossId = t.TypeOf<typeof LossId>
export const CertificateId = randomId('CertificateId')
export type CertificateId = t.TypeOf<typeof CertificateId>

/** The ten-digit item number (barcode) of a copy. */
export const CopyId = brandedStringCodec('CopyId', /^[0-9]{10}$/, '3274626533')
export type CopyId = t.TypeOf<typeof CopyId>

/** The FAUST number of a bibliographic record: 8 or 9 digits, a string. */
export const TitleId = brandedStringCodec('TitleId', /^[0-9]{8,9}$/, '52557240')
export type TitleId = t.TypeOf<typeof TitleId>

/** The ISIL of a library branch: `DK-`, then `7`, the municipality code and the branch. */
export const BranchId = brandedStringCodec('BranchId', /^DK-7[0-9]{5}$/, 'DK-785100')
export type BranchId = t.TypeOf<typeof BranchId>

/** A camera, as the library names it: letters, digits and hyphens. */
export const CameraId = brandedStringCodec('CameraId', /^[0-9A-Za-z][0-9A-Za-z-]{0,29}$/, 'indgang')
export type CameraId = t.TypeOf<typeof CameraId>

/** A Danish municipality code of three digits: 851 is Aalborg. */
export const MunicipalityCode = brandedStringCodec('MunicipalityCode', /^[0-9]{3}$/, '851')
export type MunicipalityCode = t.TypeOf<typeof MunicipalityCode>
