/** The descriptions of the members of a schema, each under the name of the schema and its own. */
export const byMember = (schema: string, members: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(members).map(([name, text]) => [`${schema}.${name}`, text]))
