import type { FeeCancelled } from './events/fee-cancelled'
import type { FeeJoined } from './events/fee-joined'
import type { FeeLevied } from './events/fee-levied'
import type { FeePaid } from './events/fee-paid'
import type { FeeSettled } from './events/fee-settled'
import type { FeeWaived } from './events/fee-waived'

/** The events of a fee's stream. */
export type FeeEvent = FeeLevied | FeeJoined | FeePaid | FeeWaived | FeeCancelled | FeeSettled
