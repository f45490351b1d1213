/** The size of a recording or a copy: `1234 byte`; null of what has none. */
export const sizeText = (size: number | null, unit: string): string | null =>
  size === null ? null : `${String(size)} ${unit}`
