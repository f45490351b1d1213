import type * as t from 'io-ts'
import { toCellErrors } from '../../interfaces/http/problems/field-errors'

/** The column of an invalid place: its last member that is no index of a list. */
const columnOf = (pointer: string): string =>
  pointer
    .split('/')
    .filter((step) => step !== '' && !/^[0-9]+$/.test(step))
    .at(-1) ?? 'the row'

/** Why a row is rejected: each column with what it must be. Values are not repeated. */
export const rowRejectReason = (errors: t.Errors): string =>
  toCellErrors(errors)
    .map(({ pointer, text }) => `${columnOf(pointer)} ${text.en}`)
    .join('; ')
