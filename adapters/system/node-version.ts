/** The oldest major version of Node that runs Glemsom: the SQLite driver crashes on an older one. */
const oldest = 22

/** The sentence that refuses a version of Node (`22.1.0`, say) that is too old; undefined for the others. */
export const nodeVersionRefusal = (version: string): string | undefined =>
  Number(version.split('.')[0]) < oldest
    ? `Glemsom needs Node ${String(oldest)} or later. This is Node ${version}. See https://nodejs.org`
    : undefined
