import { rmSync } from 'node:fs'
import path from 'node:path'
import { openRunningLibrary } from '../../../adapters/composition/open-running-library'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import { openOptionsWithAlarm } from '../../crash/crash-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { testOpenOptions } from '../../fixtures/running-library'
import { borrowerIdsOf, crashCopies, lendTo, withPreparedFolder } from '../errors/prepared-folder'
import { damage, lastByteOfSealed, withDamagedLibrary } from './damage-event'
import { copyWithModes } from '../../fixtures/copy-with-modes'

describe('a damaged event that was found', () => {
  it('does not hide that its log was replaced by an older copy', () =>
    withPreparedFolder(async (folder) => {
      const older = `${folder}-older.db`
      copyWithModes(path.join(folder, 'circulation.db'), older)
      await withDamagedLibrary(folder, async (library) => {
        rightOrThrow(await lendTo(library)(crashCopies[1] as CopyId, borrowerIdsOf(library)[3] as BorrowerId))
      })
      damage(folder, 'circulation', lastByteOfSealed, `streams.name = 'copy-${String(crashCopies[0])}'`)
      await withDamagedLibrary(folder, (library) => {
        expect(library.damagedEvents()).not.toEqual([])
        return Promise.resolve()
      })
      copyWithModes(older, path.join(folder, 'circulation.db'))
      const opened = await openRunningLibrary(folder, {
        ...testOpenOptions,
        ...openOptionsWithAlarm(() => undefined),
      })()
      expect(opened).toMatchObject({ _tag: 'Left', left: { _tag: 'FolderDamaged' } })
      rmSync(older)
    }))
})
