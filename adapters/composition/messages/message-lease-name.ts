/** The name of the lease under which one process sends messages. It is stored, and processes share it. */
export const messageLeaseName = 'messages'
