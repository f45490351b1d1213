import { fileURLToPath } from 'node:url'
import path from 'node:path'

/** The folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** The absolute path of a file, from its path below the project root. */
export const projectPath = (...parts) => path.join(projectRoot, ...parts)
