import { mkdirSync, writeFileSync } from 'node:fs'
import { layoutOf } from '../../../../adapters/stores/data-folder/layout'
import { inItsPlace, markMoved } from '../../../../adapters/stores/data-folder/moved'
import { withFolder } from '../../../fixtures/system'

const inFolder = (use: (layout: ReturnType<typeof layoutOf>) => void): Promise<void> =>
  withFolder((folder) => {
    mkdirSync(folder)
    use(layoutOf(folder))
    return Promise.resolve()
  })

describe('the folder of a library that may be on servers', () => {
  it('is opened in either way while it is new', () =>
    inFolder((layout) => {
      expect([inItsPlace(layout, true), inItsPlace(layout, false)]).toMatchObject([
        { _tag: 'Right' },
        { _tag: 'Right' },
      ])
    }))

  it('is refused with servers while it holds a library of its own, and without them once that was moved', () =>
    inFolder((layout) => {
      writeFileSync(layout.circulation, '')
      expect(inItsPlace(layout, false)).toMatchObject({ _tag: 'Right' })
      expect(inItsPlace(layout, true)).toMatchObject({ left: { _tag: 'FolderNotMoved' } })
      markMoved(layout)
      expect(inItsPlace(layout, true)).toMatchObject({ _tag: 'Right' })
      expect(inItsPlace(layout, false)).toMatchObject({ left: { _tag: 'FolderMoved' } })
    }))
})
