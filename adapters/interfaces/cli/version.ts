import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const packageAbove = (folder: string): string => {
  const file = path.join(folder, 'package.json')
  return existsSync(file) || path.dirname(folder) === folder ? file : packageAbove(path.dirname(folder))
}

/** The version of the project, as its package says. */
export const version = (): string => {
  const { version: said } = JSON.parse(readFileSync(packageAbove(__dirname), 'utf8')) as { readonly version: string }
  return said
}
