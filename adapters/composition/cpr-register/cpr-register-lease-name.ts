/** The name of the lease under which one process works with the CPR register. It is stored, and processes share it. */
export const cprRegisterLeaseName = 'cpr-register'
