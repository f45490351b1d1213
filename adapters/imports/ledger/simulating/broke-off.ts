import type { Day } from '../../../../domain/values/day'
import type { ActName, ImportError } from '../import-error'

interface Tagged {
  readonly _tag: string
}

/** The tag of a refusal, or of whatever else went wrong; nothing personal stands in it. */
const because = (error: Tagged & { readonly refusal?: Tagged }): string => error.refusal?._tag ?? error._tag

/** Says what the import was doing when something went wrong. */
export const brokeOff =
  (act: ActName, on: Day, row: number | null = null) =>
  (error: Tagged): ImportError => ({ _tag: 'BrokeOff', act, on, row, because: because(error) })
