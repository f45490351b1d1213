/** Does something so often, so many at a time. */
export const many = async (count: number, atOnce: number, act: () => Promise<unknown>): Promise<void> => {
  let left = count
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await act()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
