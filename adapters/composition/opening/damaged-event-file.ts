import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { DamagedEvent, DamagedEventsStorage } from '../../processes/damage/damaged-event-registry'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { writeFileAtomically } from '../../stores/data-folder/write-file-atomically'
import { createPrivateFolder } from '../../system/files/private-folder'

const readEvents = (file: string): ReadonlyArray<DamagedEvent> =>
  pipe(
    E.tryCatch(() => JSON.parse(readFileSync(file, 'utf8')) as ReadonlyArray<DamagedEvent>, String),
    E.getOrElse((): ReadonlyArray<DamagedEvent> => []),
  )

/**
 * The list of damaged events, beside the read models and the schedule, which were folded without these events. What a
 * command met is not kept: the next reading finds it again. When the file cannot be written, the list lasts until the
 * process ends.
 */
export const damagedEventFile = ({
  damagedEvents: file,
}: Pick<DataFolderLayout, 'damagedEvents'>): DamagedEventsStorage => ({
  read: () => readEvents(file).filter(({ found }) => found !== undefined),
  write: (events) => {
    E.tryCatch(() => {
      createPrivateFolder(path.dirname(file))
      writeFileAtomically(file, `${JSON.stringify(events)}\n`)
    }, String)
  },
})
