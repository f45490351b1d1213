const pattern = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})/

/** Whether a value is a version of Glemsom: `major.minor.patch`. */
export const isReleaseVersion = (value: unknown): value is string => typeof value === 'string' && pattern.test(value)

const partsOf = (version: string): ReadonlyArray<number> => (pattern.exec(version) ?? []).slice(1).map(Number)

/** Below 0 when `one` is earlier, 0 when both are the same, above 0 when `one` is later. */
const compareParts = (one: ReadonlyArray<number>, other: ReadonlyArray<number>): number =>
  one.map((part, index) => part - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0

/** Compares two versions part by part, as numbers: 0.10.0 is later than 0.9.0. */
export const compareVersions = (one: string, other: string): number => compareParts(partsOf(one), partsOf(other))

/** Whether `one` is of a later release, apart from patches: a patch changes nothing that is stored. */
export const isLaterRelease = (one: string, other: string): boolean =>
  compareParts(partsOf(one).slice(0, 2), partsOf(other).slice(0, 2)) > 0
