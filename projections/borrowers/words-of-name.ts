/** The different words of a name, as they are compared. */
export const wordsOfName = (name: string): ReadonlyArray<string> => {
  const words = name.toLocaleLowerCase('da').split(/[\s.,-]+/)
  return [...new Set(words.filter((word) => word !== ''))]
}
