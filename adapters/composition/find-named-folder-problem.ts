import { realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { whyFolderNotWritable } from '../system/files/why-folder-not-writable'

/** A folder, and the variable or option that names it. */
interface NamedFolder {
  readonly name: string
  readonly value: string
}

/** The variables of folders in which something is written from time to time. Each is made where there is none. */
const writtenFolders = ['ESCROW', 'RING_COPY', 'RECEIPTS', 'FOOTAGE'] as const

/** The nearest folder or file above a path that exists. */
const nearestExisting = (place: string): string => {
  const above = path.dirname(place)
  return statSync(place, { throwIfNoEntry: false }) !== undefined || above === place ? place : nearestExisting(above)
}

/** The path without symbolic links, as far as it exists. */
const realPathOf = (value: string): string => {
  const place = path.resolve(value)
  try {
    const nearest = nearestExisting(place)
    return path.join(realpathSync(nearest), path.relative(nearest, place))
  } catch {
    return place
  }
}

const problemOf = ({ name, value }: NamedFolder): string | undefined => {
  const place = path.resolve(value)
  try {
    const nearest = nearestExisting(place)
    if (!statSync(nearest).isDirectory())
      return `${name} is ${value}, and ${nearest === place ? 'that' : nearest} is a file: name a folder.`
    // A ring that is there is used also where it cannot be written.
    if (nearest === place && !writtenFolders.some((each) => each === name)) return undefined
    const reason = whyFolderNotWritable(nearest)
    if (reason === undefined) return undefined
    return nearest === place
      ? `${name} is ${value}, and nothing can be written in that folder: ${reason}. Let this user write there, or name another one.`
      : `${name} is ${value}: there is no such folder, and this user cannot make it in ${nearest}: ${reason}. Make it, or name another one.`
  } catch {
    return `${name} is ${value}: this user cannot read that folder, or one above it. Give this user the right, or name another one.`
  }
}

/** The ring, its escrow and its copy are three folders: the copy never has what the other two have. */
const sameFolderProblem = (ring: string, named: ReadonlyArray<NamedFolder>): string | undefined => {
  const others = named.filter(({ name }) => name === 'ESCROW' || name === 'RING_COPY')
  const ofRing = others.find(({ value }) => realPathOf(value) === realPathOf(ring))
  if (ofRing !== undefined)
    return `${ofRing.name} is ${ofRing.value}, which is the folder of the ring itself: name another one.`
  const [escrow, copy] = others
  return escrow !== undefined && copy !== undefined && realPathOf(escrow.value) === realPathOf(copy.value)
    ? `ESCROW and RING_COPY name the same folder, ${copy.value}: each needs one of its own.`
    : undefined
}

/** How a command finds the ring. */
interface RingOfCommand {
  /** The option --ring, which counts before the variable RING. */
  readonly ring?: string | undefined
  /** The data folder, in which the ring is by default. */
  readonly data: string
}

/**
 * What is wrong with the folders that the environment and --ring name: one is a file, or cannot be read, made or written,
 * or two are the same. Undefined when nothing is.
 */
export const findNamedFolderProblem = (
  environment: Readonly<Partial<Record<string, string>>>,
  { ring, data }: RingOfCommand,
): string | undefined => {
  const given = (name: string, value: string | undefined): ReadonlyArray<NamedFolder> =>
    value === undefined || value === '' ? [] : [{ name, value }]
  const ofRing = ring === undefined ? given('RING', environment['RING']) : given('--ring', ring)
  const named = writtenFolders.flatMap((name) => given(name, environment[name]))
  for (const folder of [...ofRing, ...named]) {
    const problem = problemOf(folder)
    if (problem !== undefined) return problem
  }
  return sameFolderProblem(ofRing[0]?.value ?? path.join(data, 'ring'), named)
}
