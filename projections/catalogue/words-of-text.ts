/** The most words of a title that can be searched for. */
const mostWords = 30

/** The longest part of a word that is compared, in characters. */
const longestWord = 40

/** Accents and other marks on letters, but the ring of `å`, which is a letter of its own. */
const marks = /[\u0300-\u0309\u030b-\u036f]/g

/** The different words of a text as they are compared: small letters without accents, `å` apart. One letter is no word. */
export const wordsOfText = (text: string): ReadonlyArray<string> => {
  const plain = text.normalize('NFD').replace(marks, '').normalize('NFC').toLocaleLowerCase('da')
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1)
  return [...new Set(words.map((word) => word.slice(0, longestWord)))].slice(0, mostWords)
}
