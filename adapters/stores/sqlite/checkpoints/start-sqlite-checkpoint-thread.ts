import { startThread } from '../writer-thread/start-thread'
import { writerThread, type WriterThread } from '../writer-thread/writer-thread'
import type { FilesToCheckpoint, FileCheckpointProtocol } from './file-checkpoint-protocol'

/** A thread that copies the write-ahead logs of files into them when it is asked to, so that no writer waits for the disk. */
export type CheckpointThread = WriterThread<FileCheckpointProtocol>

export const startSqliteCheckpointThread = (files: FilesToCheckpoint): CheckpointThread =>
  writerThread(
    (setup) => startThread(__dirname, 'checkpoint-thread', { workerData: setup, transferList: [setup.port] }),
    files,
  )
