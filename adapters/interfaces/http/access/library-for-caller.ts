import { loadingWithoutKeys } from '../../../../domain/command-handling/load-without-keys'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { HttpCaller } from '../tokens/caller'

/** The library as a caller has it: for an auditor it loads states, of which ETags are made, without asking for any key. */
export const libraryForCaller = (library: RunningLibrary, { role }: HttpCaller): RunningLibrary => {
  if (role !== 'auditor') return library
  const { useCaseDependencies } = library
  const commandHandling = loadingWithoutKeys(useCaseDependencies.commandHandling)
  return { ...library, useCaseDependencies: { ...useCaseDependencies, commandHandling } }
}
