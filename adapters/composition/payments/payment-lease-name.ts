/** The name of the lease under which one process asks for started payments. It is stored, and processes share it. */
export const paymentLeaseName = 'payments'
