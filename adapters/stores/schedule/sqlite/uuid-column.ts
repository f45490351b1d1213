/** A UUID as a column keeps it: its 16 bytes, which are ordered as its text is. */
export const toColumn = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')

/** The UUID in a column; the caller says of which kind it is. */
export const fromColumn = <Id extends string>(bytes: Buffer): Id => {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}
