import { writeFile } from 'node:fs/promises'
import { dataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { DemoCollector } from '../../imports/demo/demo-collector'

/** Writes the private key of the invented collector into the data folder, for its user alone. Answers where it lies. */
export const writeKeyOfDemoCollector = async (folder: string, { privateKey }: DemoCollector): Promise<string> => {
  const { demoCollectorKey } = dataFolderLayout(folder)
  await writeFile(demoCollectorKey, privateKey, { mode: 0o600 })
  return `The private key of the invented collector, which opens the files of debts: ${demoCollectorKey}`
}
