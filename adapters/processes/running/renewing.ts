import type { Leases } from '../../../domain/ports/leases'

/** Ms between renewals of a lease: three before it ends, so that one may be late. */
export const betweenRenewals = ({ length }: Pick<Leases, 'length'>): number => length / 3
