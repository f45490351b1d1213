import { findErrorsInClosedDaysOfPolicy } from './find-errors-in-closed-days-of-policy'
import { checkCollectionOfPolicy } from './check-collection-of-policy'
import { checkFeesOfPolicy } from './check-fees-of-policy'
import { checkEnoughOpeningDays } from './check-enough-opening-days'
import type { PolicyFile, PolicySettings, PolicyVersionInFile, CompletePolicyVersion } from './policy-file'
import { toJsonPointer, type PolicyFileError } from './policy-file-error'
import { completePolicyVersions } from './complete-policy-versions'

type Errors = ReadonlyArray<PolicyFileError>

const checkOrder = ({ from }: PolicyVersionInFile, before: PolicyVersionInFile | undefined, index: number): Errors =>
  before !== undefined && from <= before.from
    ? [
        {
          pointer: toJsonPointer('versions', index, 'from'),
          text: `${from} is not later than the version before, ${before.from}. Versions stand by rising day.`,
        },
      ]
    : []

/** Values that may not be greater than another one: the members of both, and the two numbers. */
const limitsOf = ({ pickUp, reservations, branches }: PolicySettings) => [
  {
    place: ['pickUp', 'days'],
    value: pickUp.days,
    limit: pickUp.setAsideAtMostDays,
    name: 'pickUp/setAsideAtMostDays',
  },
  {
    place: ['reservations', 'interestDays'],
    value: reservations.interestDays,
    limit: reservations.interestAtMostDays,
    name: 'reservations/interestAtMostDays',
  },
  ...Object.entries(branches).map(([code, own]) => ({
    place: ['branches', code, 'pickUpDays'],
    value: own?.pickUpDays ?? 0,
    limit: pickUp.setAsideAtMostDays,
    name: 'pickUp/setAsideAtMostDays',
  })),
]

const checkLimits = (settings: PolicySettings, index: number): Errors =>
  limitsOf(settings)
    .filter(({ value, limit }) => value > limit)
    .map(({ place, value, limit, name }) => ({
      pointer: toJsonPointer('versions', index, ...place),
      text: `${String(value)} days are more than ${name}, ${String(limit)}. They must be at most as many.`,
    }))

const sameErrorIn =
  (earlier: Errors) =>
  ({ text }: PolicyFileError): boolean =>
    earlier.some((error) => error.text === text)

/** A contradiction is named at the version that first has it, not at each later one that inherits it. */
const checkLimitsOfAll = (whole: ReadonlyArray<CompletePolicyVersion>): Errors =>
  whole.reduce<Errors>(
    (errors, { settings }, index) => [
      ...errors,
      ...checkLimits(settings, index).filter((error) => !sameErrorIn(errors)(error)),
    ],
    [],
  )

/** The contradictions within the versions and between them. */
export const checkPolicyVersions = (file: PolicyFile): Errors => {
  const { versions } = file
  const whole = completePolicyVersions(file)
  return [
    ...versions.flatMap((version, index) => {
      const wholeVersion = whole[index]
      return [
        ...checkOrder(version, versions[index - 1], index),
        ...checkFeesOfPolicy(version, index),
        ...checkCollectionOfPolicy(version, index),
        ...(wholeVersion === undefined ? [] : findErrorsInClosedDaysOfPolicy(version, wholeVersion, index)),
      ]
    }),
    ...checkLimitsOfAll(whole),
    ...checkEnoughOpeningDays(file, whole),
  ]
}
