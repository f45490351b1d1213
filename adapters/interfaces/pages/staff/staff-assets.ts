/** The addresses of what the pages of the desk load beside what every page loads. */
export const staffAssets = {
  stylesheet: '/pages/staff.css',
  scanScript: '/pages/scan.browser.mjs',
  /** Loaded by the script of the scans. */
  scanPage: '/pages/scan-page.browser.mjs',
  sounds: '/pages/sounds.browser.mjs',
} as const

/** The folder of each file, by its address. A file is named as the end of its address. */
export const staffFiles: Readonly<Record<string, string>> = {
  [staffAssets.stylesheet]: __dirname,
  [staffAssets.scanScript]: __dirname,
  [staffAssets.scanPage]: __dirname,
  [staffAssets.sounds]: __dirname,
}
