/** The name of the lease under which one process closes days and erases scopes. */
export const retentionLease = 'keeping'
