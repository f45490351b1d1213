/** Waits for work, then closes what it used, also when the work fails: the answer then rejects as the work did. */
export const thenClose = async <A>(work: Promise<A>, close: () => Promise<unknown>): Promise<A> => {
  try {
    return await work
  } finally {
    await close()
  }
}
