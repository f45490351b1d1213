/** Does one thing for each of many, so many callers at a time: each caller waits for its answer before it goes on. */
export const byCallers =
  (callers: number) =>
  async <A>(many: ReadonlyArray<A>, act: (one: A) => Promise<unknown>): Promise<void> => {
    const left = many.values()
    const caller = async (): Promise<void> => {
      for (const one of left) await act(one)
    }
    await Promise.all(Array.from({ length: callers }, caller))
  }
