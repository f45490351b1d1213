import { readFileSync, writeFileSync } from 'node:fs'

/** Removes a member from a JSON file. Fails when there is none. */
export const removeMember = (file: string, name: string): void => {
  const members = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as object))
  if (!members.delete(name)) throw new Error(`${file} has no member ${name}`)
  writeFileSync(file, JSON.stringify(Object.fromEntries(members)))
}
