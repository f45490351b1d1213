import { startThread } from '../writer-thread/start-thread'
import { startWriterThread, type WriterThread } from '../writer-thread/start-writer-thread'
import type { FilesToCheckpoint, FileCheckpointThreadProtocol } from './file-checkpoint-thread-protocol'

/** A thread that copies the write-ahead logs of files into them when it is asked to, so that no writer waits for the disk. */
export type SqliteCheckpointThread = WriterThread<FileCheckpointThreadProtocol>

export const startSqliteCheckpointThread = (files: FilesToCheckpoint): SqliteCheckpointThread =>
  startWriterThread(
    (setup) => startThread(__dirname, 'sqlite-checkpoint-thread', { workerData: setup, transferList: [setup.port] }),
    files,
  )
