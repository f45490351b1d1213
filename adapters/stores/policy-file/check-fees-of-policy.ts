import { defaultAdultFeeAge } from '../../../domain/policy/age-rules'
import type { AgeClass } from '../../../domain/policy/age-class'
import { feeForDaysOverdue, statutoryMaximumFees } from '../../../domain/policy/fees-by-days-overdue'
import { formatOre } from '../../../domain/values/ore'
import type { FeeRowInPolicyFile, PolicyVersionInFile } from './policy-file'
import { toJsonPointer, type PolicyFileError } from './policy-file-error'

type Errors = ReadonlyArray<PolicyFileError>

const ageClasses: ReadonlyArray<AgeClass> = ['adult', 'child']

const errorsOfFee = (row: FeeRowInPolicyFile, before: FeeRowInPolicyFile | undefined, pointer: string): Errors => {
  const firstDay = (before?.upToDays ?? 0) + 1
  return ageClasses.flatMap((age) => {
    const most = feeForDaysOverdue(statutoryMaximumFees)(age)(firstDay)
    const earlier = before?.[age] ?? 0
    const place = `${pointer}/${age}`
    if (row[age] > most)
      return [
        {
          pointer: place,
          text: `${formatOre('en', row[age])} is above the maximum of the law for ${String(firstDay)} days overdue. It must be at most ${String(most)} (${formatOre('en', most)}).`,
        },
      ]
    return row[age] < earlier
      ? [
          {
            pointer: place,
            text: `It is below the fee of the row before, ${String(earlier)}: a fee never falls with time.`,
          },
        ]
      : []
  })
}

const errorsOfRow =
  (pointer: string) =>
  (row: FeeRowInPolicyFile, index: number, rows: ReadonlyArray<FeeRowInPolicyFile>): Errors => {
    const before = rows[index - 1]
    const place = `${pointer}/${String(index)}`
    const isLast = index === rows.length - 1
    const wrong = (text: string): Errors => [{ pointer: `${place}/upToDays`, text }]
    const order = (): Errors => {
      if (isLast && row.upToDays !== null)
        return wrong('The last row must hold for any number of days: null is right here.')
      if (!isLast && row.upToDays === null) return wrong('Only the last row may hold for any number of days.')
      return row.upToDays !== null && before !== undefined && row.upToDays <= (before.upToDays ?? Infinity)
        ? wrong(`${String(row.upToDays)} is not more than the ${String(before.upToDays)} days of the row before.`)
        : []
    }
    return [...order(), ...errorsOfFee(row, before, place)]
  }

/** The contradictions in the fees, and where they are above the maxima of the act on library services. */
export const checkFeesOfPolicy = ({ fees, adultAge }: PolicyVersionInFile, index: number): Errors => [
  ...(fees?.table ?? []).flatMap(errorsOfRow(toJsonPointer('versions', index, 'fees', 'table'))),
  ...(adultAge !== undefined && adultAge < defaultAdultFeeAge
    ? [
        {
          pointer: toJsonPointer('versions', index, 'adultAge'),
          text: `By law the fee of a child holds for everybody under ${String(defaultAdultFeeAge)}. It must be at least ${String(defaultAdultFeeAge)}.`,
        },
      ]
    : []),
]
