import type { Leases } from '../../../domain/ports/leases'

/** Ms between renewals of a lease. Three fit into its duration, so one may be late. */
export const leaseRenewalIntervalMs = ({ durationMs }: Pick<Leases, 'durationMs'>): number => durationMs / 3
