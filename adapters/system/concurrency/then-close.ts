/** Waits for work, and then for the closing of what it used: also when the work was rejected, as the answer then is. */
export const thenClose = async <A>(work: Promise<A>, close: () => Promise<unknown>): Promise<A> => {
  try {
    return await work
  } finally {
    await close()
  }
}
