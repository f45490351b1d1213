import { mkdirSync, writeFileSync } from 'node:fs'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import { checkStoresLocation, markMovedToServers } from '../../../../adapters/stores/data-folder/moved-to-servers'
import { withTemporaryFolder } from '../../../fixtures/running-library'

const inFolder = (use: (layout: ReturnType<typeof dataFolderLayout>) => void): Promise<void> =>
  withTemporaryFolder((folder) => {
    mkdirSync(folder)
    use(dataFolderLayout(folder))
    return Promise.resolve()
  })

describe('the folder of a library that may be on servers', () => {
  it('can be opened with or without servers while it is new', () =>
    inFolder((layout) => {
      expect([checkStoresLocation(layout, true), checkStoresLocation(layout, false)]).toMatchObject([
        { _tag: 'Right' },
        { _tag: 'Right' },
      ])
    }))

  it('is refused with servers while it holds logs, and without servers once they were moved', () =>
    inFolder((layout) => {
      writeFileSync(layout.circulation, '')
      expect(checkStoresLocation(layout, false)).toMatchObject({ _tag: 'Right' })
      expect(checkStoresLocation(layout, true)).toMatchObject({ left: { _tag: 'FolderNotMoved' } })
      markMovedToServers(layout)
      expect(checkStoresLocation(layout, true)).toMatchObject({ _tag: 'Right' })
      expect(checkStoresLocation(layout, false)).toMatchObject({ left: { _tag: 'FolderMoved' } })
    }))
})
