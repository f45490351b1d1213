import type { Decider } from '../event/decider'
import type { AnyEvent } from '../event/define-event'
import type { Day } from '../values/day'
import { dayOf, type Instant } from '../values/instant'
import { lastDayOfMonth, type Month } from '../values/month'
import type { Policy } from './policy'

/** The policy in force on a day. A decision uses the policy of the day on which the act happened. */
export type PolicyByDay = (day: Day) => Policy

/** A policy, and the day from which it is in force. */
interface PolicyVersion {
  readonly from: Day
  readonly policy: Policy
}

/** A policy that is the same on all days. */
export const samePolicyEachDay =
  (policy: Policy): PolicyByDay =>
  () =>
    policy

/** The versions by rising day, each in force until the next one. Before the first, `earlier` is in force. */
export const policyOfVersions =
  (earlier: Policy, versions: ReadonlyArray<PolicyVersion>): PolicyByDay =>
  (day) =>
    versions.findLast(({ from }) => from <= day)?.policy ?? earlier

/** What a command says of its time. */
interface CommandWithTime {
  readonly type: string
  readonly at?: Instant
  readonly day?: Day
  readonly month?: Month
}

/** A command without a time uses no value of the policy, so any day serves. */
const anyDay = '2000-01-01' as Day

const dayOfCommand = ({ at, day, month }: CommandWithTime): Day => {
  if (at !== undefined) return dayOf(at)
  return day ?? (month === undefined ? anyDay : lastDayOfMonth(month))
}

/** A decider that decides each command by the policy of the day that the command names. */
export const deciderByDay =
  <Command extends CommandWithTime, State, Event extends AnyEvent, Refusal>(
    deciderUnder: (policy: Policy) => Decider<Command, State, Event, Refusal>,
  ) =>
  (policy: PolicyByDay): Decider<Command, State, Event, Refusal> => ({
    ...deciderUnder(policy(anyDay)),
    decide: (command) => deciderUnder(policy(dayOfCommand(command))).decide(command),
  })
