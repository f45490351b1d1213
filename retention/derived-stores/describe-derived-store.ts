import type { DeclaredTable, ErasureMethodOfStore } from './derived-store'

/** How what a store holds is erased, in a few words. */
export const describeErasureOfStore = (erasure: ErasureMethodOfStore): string => {
  switch (erasure._tag) {
    case 'Purged':
      return `purged and counted (${erasure.from})`
    case 'KeyDestroyed':
      return 'its key is destroyed'
    case 'Ends':
      return `gone when ${erasure.when}`
    case 'NamesNobody':
      return 'names nobody'
  }
}

/** The columns that hold something personal, sealed parts, or wrapped keys. */
export const personalColumnsOf = ({ columns }: DeclaredTable): ReadonlyArray<string> =>
  Object.entries(columns)
    .filter(([, content]) => content !== 'open' && typeof content === 'string')
    .map(([name]) => name)

/** The classes of the scopes with which a row is purged, each with its column. */
export const describePurgeColumns = ({ columns }: DeclaredTable): ReadonlyArray<string> =>
  Object.entries(columns).flatMap(([name, content]) =>
    typeof content === 'object' ? [`*${content.purgedWith}* in \`${name}\``] : [],
  )
