import { fileURLToPath } from 'node:url'
import path from 'node:path'

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A path within the project, from its root. */
export const within = (...parts) => path.join(root, ...parts)
