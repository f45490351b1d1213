import { isDamageReason } from '../../stores/sqlite/sqlite-failure'

const partNames = [
  'circulation',
  'persons',
  'keys',
  'ring',
  'readModels',
  'schedule',
  'checkpoints',
  'issuerKeys',
] as const

/** The parts of the system without which commands or reads fail; `issuerKeys` are the keys that verify tokens. */
export type SystemPartName = (typeof partNames)[number]

export const isSystemPartName = (name: string | undefined): name is SystemPartName =>
  partNames.some((part) => part === name)

/** A part that fails now. */
export interface FailingPart {
  readonly part: SystemPartName
  /** UTC, to the minute. */
  readonly since: string
  readonly reason: string
}

/** Which parts fail now: whatever makes commands fail shows here, and no longer than it lasts. */
export interface FailingPartRegistry {
  /** Notes a failure. It is reported once, until the part has worked again. */
  readonly failed: (part: SystemPartName, reason: string) => void
  /** Notes that the part did its work. What is damaged stays so: other pages of the file may be read and written. */
  readonly worked: (part: SystemPartName) => void
  /** Notes that the part was made anew, so that nothing of it is damaged. */
  readonly madeAnew: (part: SystemPartName) => void
  readonly list: () => ReadonlyArray<FailingPart>
  /** What is damaged of a part; undefined while no damage of it was met. */
  readonly damageOf: (part: SystemPartName) => string | undefined
}

/** Reports the beginning and the end of a failure. */
export interface PartFailureReporter {
  readonly began: (part: FailingPart) => void
  readonly ended: (part: FailingPart) => void
}

/** Ms. A part that fails again and again is reported once in this time: its beginning, and the end of that failure. */
const reportInterval = 600_000

const toMinute = (now: Date): string => `${now.toISOString().slice(0, 16)}Z`

export const createFailingSystemPartRegistry = (
  now: () => Date,
  { began, ended }: PartFailureReporter,
): FailingPartRegistry => {
  const failures = new Map<SystemPartName, FailingPart>()
  /** The parts whose failure was reported as begun, and not as ended. */
  const reported = new Set<SystemPartName>()
  const reportedAt = new Map<SystemPartName, number>()
  const end = (part: SystemPartName): void => {
    const failure = failures.get(part)
    if (failure === undefined) return
    failures.delete(part)
    if (reported.delete(part)) ended(failure)
  }
  const damageOf: FailingPartRegistry['damageOf'] = (part) => {
    const reason = failures.get(part)?.reason
    return reason !== undefined && isDamageReason(reason) ? reason : undefined
  }
  return {
    damageOf,
    failed: (part, reason) => {
      if (damageOf(part) !== undefined) return
      const failure = { part, since: failures.get(part)?.since ?? toMinute(now()), reason }
      failures.set(part, failure)
      const at = now().getTime()
      if (reported.has(part) || at - (reportedAt.get(part) ?? -Infinity) < reportInterval) return
      reportedAt.set(part, at)
      reported.add(part)
      began(failure)
    },
    worked: (part) => {
      if (damageOf(part) === undefined) end(part)
    },
    madeAnew: end,
    list: () => [...failures.values()],
  }
}
