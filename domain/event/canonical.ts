/**
 * JSON with the members of every record in order of their names and no white space, so that equal values are equal
 * bytes. Takes JSON values only.
 */
export const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const member = `${JSON.stringify(key)}:${canonical((value as Readonly<Record<string, unknown>>)[key])}`
    members += members === '' ? member : `,${member}`
  }
  return `{${members}}`
}
