import { createHmac } from 'node:crypto'
import type { ColumnValue, ColumnValues } from '../../../../projections/read-model/row-change'

/** The keyed hash of a value that stands in a blind index. */
export type ComputeBlindIndex = (value: string) => string

/** Hashes by HMAC-SHA-256 under a key of 32 bytes: without the key, nobody can try out all CPR numbers. */
export const createBlindIndex =
  (key: Uint8Array): ComputeBlindIndex =>
  (value) =>
    createHmac('sha256', key).update(value).digest('base64url')

const blindValue = (blindIndexOf: ComputeBlindIndex, value: ColumnValue): ColumnValue =>
  typeof value === 'string' ? blindIndexOf(value) : value

/** The values with a hash in place of each value of a blind column. */
export const withBlindValues =
  (blindIndexOf: ComputeBlindIndex) =>
  (blindColumns: ReadonlyArray<string>, cells: ColumnValues): ColumnValues =>
    blindColumns.some((column) => cells[column] !== undefined)
      ? Object.fromEntries(
          Object.entries(cells).map(([column, value]) => [
            column,
            blindColumns.includes(column) ? blindValue(blindIndexOf, value) : value,
          ]),
        )
      : cells
