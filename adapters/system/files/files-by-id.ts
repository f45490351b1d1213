import { readdirSync } from 'node:fs'
import { destroyPrivateFiles } from './private-files'

/** The files of a folder whose names are an id and one of some endings. */
export interface FilesById {
  /** Each id once; none when the folder cannot be read. */
  readonly ids: () => ReadonlyArray<string>
  /** Overwrites and removes the files of ids. Answers whether there was one. Rejects when a file cannot be removed. */
  readonly destroy: (ids: ReadonlyArray<string>) => Promise<boolean>
}

export const filesById = (folder: string, endings: ReadonlyArray<string>): FilesById => {
  const namesIn = (): ReadonlyArray<string> => {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  }
  const withoutEnding = (name: string): ReadonlyArray<string> =>
    endings.filter((ending) => name.endsWith(ending)).map((ending) => name.slice(0, -ending.length))
  return {
    ids: () => [...new Set(namesIn().flatMap(withoutEnding))],
    destroy: async (ids) => {
      const held = new Set(namesIn())
      const names = ids.flatMap((id) => endings.map((ending) => id + ending)).filter((name) => held.has(name))
      await destroyPrivateFiles(folder, names)
      return names.length > 0
    },
  }
}
