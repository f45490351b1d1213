/** The name of the lease under which one process closes days and erases scopes. It is stored, and processes share it. */
export const retentionLeaseName = 'keeping'
