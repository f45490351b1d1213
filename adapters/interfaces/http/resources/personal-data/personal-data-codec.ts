import * as t from 'io-ts'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { listKindsOfData, type KindOfDataName } from '../../../../../retention/promises/kinds-of-data'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { DamagedAnswer } from '../borrowers/borrower-answer-codecs'
import { heldAccessCodecs } from '../accesses/access-codecs'
import { heldBalanceCodecs } from './held-balance-codecs'
import { heldHoldCodecs } from './held-hold-codecs'
import { heldGuardianCodecs } from './held-guardian-codecs'
import { heldLoanCodecs } from './held-loan-codecs'
import { heldMessageCodecs } from './held-message-codecs'
import { heldMessageCountCodecs } from '../messages/message-count-codecs'
import { heldNoticeCodecs } from './held-notice-codecs'
import { heldOverrideCodecs } from './held-override-codecs'
import { heldBlockAndNoteCodecs, heldContactCodecs, heldIdentityCodecs } from './held-record-codecs'

/** A text of the promises table. */
export const TextInBothLanguages = objectCodec('TextInBothLanguages', { da: t.string, en: t.string })
const PersonWithAccess = t.keyof({
  ...{ borrower: null, staff: null, administrator: null, guardian: null },
  ...{ dutyOfficer: null, videoInvestigator: null },
})

/** What the library promises of a kind of data: a row of the promises table. */
const PromiseAnswer = objectCodec('Promise', {
  name: TextInBothLanguages,
  purpose: TextInBothLanguages,
  legalBasis: TextInBothLanguages,
  until: TextInBothLanguages,
  seenBy: listCodec(PersonWithAccess),
  changedBy: listCodec(PersonWithAccess),
})

/** The codec of what is held of each kind of data. Neither borrowers nor staff see those that are null. */
export const heldDataCodecs: Readonly<Record<KindOfDataName, t.Mixed>> = {
  ...heldIdentityCodecs,
  ...heldContactCodecs,
  ...heldBlockAndNoteCodecs,
  ...heldGuardianCodecs,
  ...heldLoanCodecs,
  ...heldOverrideCodecs,
  ...heldBalanceCodecs,
  ...heldMessageCodecs,
  ...heldNoticeCodecs,
  ...heldMessageCountCodecs,
  ...heldAccessCodecs,
  accessStaff: t.null,
  ...heldHoldCodecs,
  legalHold: t.null,
  disclosures: t.null,
  statistics: t.null,
  footage: t.null,
  videoViewings: t.null,
  serverLog: t.null,
  serverLogOpenings: t.null,
}

const KindStatus = t.keyof({ held: null, nothing: null, withheld: null })

const HeldLogValue = objectCodec('HeldLogValue', { member: t.string, value: t.union([t.string, t.number, t.boolean]) })

/** An event on the borrower, as the logs have it: the day or month of recording, the record it is about, and its values. */
const HeldLogEntry = objectCodec('HeldLogEntry', {
  event: nullableCodec(t.string),
  recorded: nullableCodec(t.string),
  record: nullableCodec(t.string),
  values: listCodec(HeldLogValue),
})

const dataOfKindCodec = (kind: KindOfDataName) =>
  objectCodec(`DataOf${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, {
    promise: PromiseAnswer,
    status: KindStatus,
    data: heldDataCodecs[kind] === t.null ? t.null : nullableCodec(heldDataCodecs[kind]),
    entries: listCodec(HeldLogEntry),
  })

/** What is held of each kind of data: a member for each row of the promises table, in its order. */
export const DataByKind = objectCodec(
  'DataByKind',
  Object.fromEntries(listKindsOfData().map(([kind]) => [kind, dataOfKindCodec(kind)])),
)

const ObstacleAnswer = objectCodec(
  'ErasureObstacle',
  {
    what: t.keyof({
      ...{ loans: null, reservations: null, setAsides: null },
      ...{ unfinishedPayments: null, unpaidReimbursements: null, explainedLegalHolds: null, owed: null },
    }),
  },
  { count: CountCodec, ore: Ore },
)

/** The export of everything that the library holds on a borrower. */
export const PersonalDataAnswer = objectCodec(
  'PersonalData',
  { borrower: BorrowerId, madeOn: Day, kinds: DataByKind, obstacles: listCodec(ObstacleAnswer) },
  { damaged: listCodec(DamagedAnswer) },
)
