import * as t from 'io-ts'
import { isBranchThere, type Branch } from '../../../../../domain/policy/branch'
import type { Policy } from '../../../../../domain/policy/policy'
import { pickUpDaysAt } from '../../../../../domain/policy/pick-up-policy'
import { weekdays } from '../../../../../domain/policy/weekday'
import { Day } from '../../../../../domain/values/day'
import { BranchId } from '../../../../../domain/values/ids'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'

const BranchStatus = t.keyof({ open: null, notYetOpen: null, closed: null })
const OpeningHours = objectCodec('OpeningHours', {}, Object.fromEntries(weekdays.map((weekday) => [weekday, t.string])))

/** A branch with what is in force there today. */
const BranchAnswer = objectCodec('Branch', {
  branch: BranchId,
  name: objectCodec('BranchName', { da: t.string, en: t.string }),
  address: nullableCodec(t.string),
  status: BranchStatus,
  openFrom: nullableCodec(Day),
  closedFrom: nullableCodec(Day),
  takenOverBy: nullableCodec(BranchId),
  openingHours: nullableCodec(OpeningHours),
  pickUpDays: CountCodec,
})

const statusOn = (day: Day, branch: Branch): t.TypeOf<typeof BranchStatus> => {
  if (isBranchThere(day)(branch)) return 'open'
  return branch.openFrom !== null && day < branch.openFrom ? 'notYetOpen' : 'closed'
}

/** A branch of a policy as it is sent. */
export const toBranchAnswer =
  ({ pickUp }: Policy, day: Day) =>
  (branch: Branch): t.TypeOf<typeof BranchAnswer> => {
    const { code, name, address, openFrom, closedFrom, takenOverBy, openingHours } = branch
    return {
      branch: code,
      name,
      address,
      status: statusOn(day, branch),
      openFrom,
      closedFrom,
      takenOverBy,
      openingHours,
      pickUpDays: pickUpDaysAt(pickUp)(code),
    }
  }

export const BranchesAnswer = objectCodec('Branches', { branches: listCodec(BranchAnswer) })
