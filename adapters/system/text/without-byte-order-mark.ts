const byteOrderMark = '\ufeff'

/** A decoded text without the mark that some editors write at its beginning. */
export const withoutByteOrderMark = (text: string): string => (text.startsWith(byteOrderMark) ? text.slice(1) : text)
