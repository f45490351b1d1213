/**
 * The first name and the first letter of each other name: enough to see that a card belongs to the person who shows it, and
 * not enough to find the person elsewhere.
 */
export const shortName = (name: string): string => {
  const [first = '', ...others] = name.split(/\s+/).filter((word) => word !== '')
  return [first, ...others.map((word) => `${String.fromCodePoint(word.codePointAt(0) ?? 0)}.`)].join(' ')
}
