import path from 'node:path'
import { createRequire } from 'node:module'

/** The folder of the design system's files: its style sheet, fonts and icons. */
export const designSystemFolder = path.resolve(path.dirname(createRequire(__filename).resolve('dkfds')), '..')

/** Where the design system's files stand. */
export const designSystemPath = '/pages/dkfds'

/** The addresses of what a page of the site loads. */
export const siteAssets = {
  designSystem: `${designSystemPath}/css/dkfds.min.css`,
  stylesheet: '/pages/site.css',
  script: '/pages/site.browser.mjs',
  icon: '/pages/icon.svg',
} as const

/** The folder of our own files. */
export const siteAssetsFolder = __dirname
