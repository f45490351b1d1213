import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { oreFromKroner } from '../../../domain/values/ore'
import type { CopyImportRules } from '../../imports/copies/copy-import-record-kind'
import type { ImportedRowCells } from '../../imports/table/import-record-kind'
import { NewCopyBody } from '../../interfaces/http/resources/copies/acquire-copy-route'
import { rowRejectReason } from './row-reject-reason'

const requiredColumns = ['copy', 'title', 'branch', 'group', 'name', 'price']

/** A whole number stays a text when it is none, so that its codec says what it must be. */
const toNumber = (text: string | null | undefined): unknown =>
  typeof text === 'string' && /^[0-9]{1,9}$/.test(text) ? Number(text) : text

/** A member that may be left out is left out where its cell is empty; any other is null there. */
const leaveOutEmpty = (cells: ImportedRowCells): ImportedRowCells =>
  Object.fromEntries(
    Object.entries(cells).filter(([column, text]) => text !== null || !Object.hasOwn(NewCopyBody.optional, column)),
  )

/** A row as the body of an acquisition. */
const toAcquisition = ({ price, ageLimit, ...cells }: ImportedRowCells): unknown => ({
  ...leaveOutEmpty(cells),
  ageLimit: toNumber(ageLimit),
  price: oreFromKroner(Number(price?.replace(',', '.'))),
})

const checkPrice = ({ price }: ImportedRowCells): E.Either<string, void> =>
  /^[0-9]{1,7}([.,][0-9]{1,2})?$/.test(price ?? '')
    ? E.right(undefined)
    : E.left('price must be an amount in kroner, such as 200 or 49.50')

/** The rules of acquisition over HTTP, for the rows of a table. */
export const copyImportRules: CopyImportRules = {
  requiredColumns,
  optionalColumns: Object.keys({ ...NewCopyBody.required, ...NewCopyBody.optional }).filter(
    (column) => !requiredColumns.includes(column),
  ),
  decodeRow: (cells) =>
    pipe(
      checkPrice(cells),
      E.chain(() => pipe(NewCopyBody.decode(toAcquisition(cells)), E.mapLeft(rowRejectReason))),
    ),
}
