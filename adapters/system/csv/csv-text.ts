type CsvField = string | number

/** A spreadsheet runs a text that begins like this as a formula. */
const startOfFormula = /^[=+\-@\t\r]/

/** A text that begins like a formula gets an apostrophe before it, which spreadsheets read as "this is text". */
const withoutFormula = (text: string): string => (startOfFormula.test(text) ? `'${text}` : text)

const csvField = (field: CsvField): string => {
  const text = typeof field === 'number' ? String(field) : withoutFormula(field)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * CSV as in RFC 4180, but with semicolons: a spreadsheet in Danish reads the comma as a decimal sign. Each record ends
 * with CR LF; the first holds the headings.
 */
export const csvText = (records: ReadonlyArray<ReadonlyArray<CsvField>>): string =>
  records.map((record) => `${record.map(csvField).join(';')}\r\n`).join('')
