import { startThread } from '../writer-thread/start-thread'
import { writerThread, type FileWriter } from '../writer-thread/writer-thread'
import type { CheckpointedFiles, CheckpointProtocol } from './checkpoint-protocol'

/** A thread that copies the write-ahead logs of files into them when it is asked to, so that no writer waits for the disk. */
export type CheckpointThread = FileWriter<CheckpointProtocol>

export const startCheckpointThread = (files: CheckpointedFiles): CheckpointThread =>
  writerThread(
    (setup) => startThread(__dirname, 'checkpoint-thread', { workerData: setup, transferList: [setup.port] }),
    files,
  )
