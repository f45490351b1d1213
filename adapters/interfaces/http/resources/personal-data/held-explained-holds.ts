import { findFirstRow, type ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import type { DaysOfForgetting, ExplainedLegalHold } from '../../../../../projections/legal-holds/days-of-forgetting'
import { recordingsTable } from '../../../../../projections/video/video-tables'
import type { FootageId } from '../../../../../domain/values/ids'
import { legalHoldTexts } from '../../../pages/personal-data/legal-hold-texts'

/** Why and until when a hold keeps a record, and what the borrower can do about it. */
export const legalHoldOnRecord = ({ heldUntil, basis, reason }: ExplainedLegalHold) => ({
  ...{ heldUntil, basis, reason, whatYouCanDo: legalHoldTexts.whatYouCanDo },
})

const recordingOf = ({ scope, class: name }: ExplainedLegalHold, rows: ReadModelRows) => {
  if (name !== 'footage') return {}
  const footage = scope as string as FootageId
  const { branch, camera, day } = findFirstRow(rows, recordingsTable, { where: { footage } }) ?? {}
  return branch === undefined ? {} : { branch, camera, day }
}

/** The legal holds of which a borrower is told, each with the kind of record that it keeps; undefined when there is none. */
export const heldExplainedHolds =
  ({ explainedHolds }: DaysOfForgetting) =>
  (rows: ReadModelRows) =>
    explainedHolds.length === 0
      ? undefined
      : {
          holds: explainedHolds.map((hold) => ({
            ...{ recordHeld: hold.class, ...recordingOf(hold, rows), ...legalHoldOnRecord(hold) },
          })),
        }
