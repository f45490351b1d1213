/**
 * SQLite has rolled back a transaction of many statements by itself: a read that had to write changed pages to the disk
 * failed. It has the code that SQLite gives to this.
 */
export const createLostTransactionError = (): Error =>
  Object.assign(new Error('the transaction was rolled back'), { code: 'SQLITE_ABORT_ROLLBACK' })
