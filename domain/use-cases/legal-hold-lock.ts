/**
 * The name of the lock under which a hold is set, and under which the retention worker declares scopes for erasure. So
 * no scope is declared between the check of the holds and the declaration. All processes use the same name.
 */
export const legalHoldLock = 'legal holds'
