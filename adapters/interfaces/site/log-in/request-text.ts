/** A field of a form, or a value of a query, that was sent once. */
export const textOf = (values: unknown, name: string): string | undefined => {
  const value: unknown = typeof values === 'object' && values !== null ? Reflect.get(values, name) : undefined
  return typeof value === 'string' ? value : undefined
}
