import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const findPackageFile = (folder: string): string => {
  const file = path.join(folder, 'package.json')
  return existsSync(file) || path.dirname(folder) === folder ? file : findPackageFile(path.dirname(folder))
}

/** The version in `package.json`. */
export const packageVersion = (): string => {
  const { version } = JSON.parse(readFileSync(findPackageFile(__dirname), 'utf8')) as { readonly version: string }
  return version
}
