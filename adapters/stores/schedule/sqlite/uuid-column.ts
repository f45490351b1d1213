/** The 16 bytes of a UUID, which have the order of its text. */
export const uuidToColumn = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')

/** The UUID of 16 bytes; the caller chooses its branded type. */
export const uuidFromColumn = <Id extends string>(bytes: Buffer): Id => {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}
