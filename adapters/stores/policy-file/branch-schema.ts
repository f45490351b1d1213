import { weekdays } from '../../../domain/policy/weekday'
import { BranchId, CameraId } from '../../../domain/values/ids'
import {
  daySchema,
  listSchema,
  membersWithSameSchema,
  policyObjectSchema,
  enumSchema,
  patternSchema,
  uniqueListSchema,
  policyTextSchema,
  wholeNumberSchema,
} from './policy-schema-node'

const formOfIsil = 'DK-7 and five more digits, such as DK-785100'

/** The code of a branch. */
export const branchCodeSchema = patternSchema('the ISIL of a branch', formOfIsil, BranchId.form.source)
const weekday = enumSchema('a weekday', weekdays)

/** A branch of the library. */
export const branchSchema = policyObjectSchema(
  'a branch of the library',
  {
    code: branchCodeSchema,
    name: policyObjectSchema('the name of the branch', {
      da: policyTextSchema('in Danish', 100),
      en: policyTextSchema('in English', 100),
    }),
  },
  {
    address: policyTextSchema('the address', 200),
    openFrom: daySchema('the first day of a new branch'),
    closedFrom: daySchema('the first day on which the branch is no longer there'),
    takenOverBy: patternSchema(
      'the ISIL of the branch that takes over what waits at a closed one: reservations, copies on the way, borrowers',
      formOfIsil,
      BranchId.form.source,
    ),
  },
)

/** The closed days of the library or of a branch. */
export const closedDaysPolicySchema = policyObjectSchema(
  'the days on which no due day and no pick-up deadline falls',
  {},
  {
    weekdays: uniqueListSchema('closed each week', weekday),
    yearly: uniqueListSchema(
      'closed each year',
      patternSchema(
        'a day of each year',
        'the month and the day as MM-DD, such as 12-24',
        '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
      ),
    ),
    days: uniqueListSchema('closed once', daySchema('a closed day')),
    periods: listSchema(
      'closed once, for several days',
      policyObjectSchema('a period', {
        from: daySchema('the first closed day'),
        to: daySchema('the last closed day'),
      }),
    ),
  },
)

const openingHours = policyObjectSchema(
  'opening hours by weekday, for information',
  {},
  membersWithSameSchema(
    weekdays,
    patternSchema(
      'opening hours',
      'two times as HH:MM-HH:MM, such as 10:00-18:00',
      '^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9]$',
    ),
  ),
)

/** The values of a single branch. */
export const branchSettingsSchema = policyObjectSchema(
  'the values of one branch; what is not given is that of the library',
  {},
  {
    closedDays: closedDaysPolicySchema,
    pickUpDays: wholeNumberSchema('days on the pick-up shelf of the branch', 1, 60),
    openingHours,
    cameras: uniqueListSchema(
      'the cameras of its video surveillance, which records during opening hours',
      patternSchema('a camera', 'letters, digits and hyphens, at most 30, such as indgang', CameraId.form.source),
    ),
  },
)
