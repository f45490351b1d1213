import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

/** The variables that name folders. Each is made where there is none. */
const folderVariables = ['RING', 'ESCROW', 'RING_COPY', 'RECEIPTS'] as const

const mayWrite = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The nearest folder or file above a path that exists. */
const nearestExisting = (place: string): string => {
  const above = path.dirname(place)
  return statSync(place, { throwIfNoEntry: false }) !== undefined || above === place ? place : nearestExisting(above)
}

const problemOf = (name: string, value: string): string | undefined => {
  const place = path.resolve(value)
  try {
    const nearest = nearestExisting(place)
    if (!statSync(nearest).isDirectory())
      return `${name} is ${value}, and ${nearest === place ? 'that' : nearest} is a file: name a folder.`
    if (nearest === place || mayWrite(nearest)) return undefined
    return `${name} is ${value}: there is no such folder, and this user cannot make it in ${nearest}. Make it, or name another one.`
  } catch {
    return `${name} is ${value}: this user cannot read that folder, or one above it. Give this user the right, or name another one.`
  }
}

/**
 * What is wrong with the folders that the environment names: one is a file, or cannot be read or made. Undefined when
 * nothing is. A folder that is there and cannot be written is no problem yet: what is written there raises an alarm.
 */
export const findPlaceProblem = (environment: Readonly<Partial<Record<string, string>>>): string | undefined => {
  for (const name of folderVariables) {
    const value = environment[name] ?? ''
    const problem = value === '' ? undefined : problemOf(name, value)
    if (problem !== undefined) return problem
  }
  return undefined
}
