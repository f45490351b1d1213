import { findChromium } from '../../fixtures/browser/find-chromium'
import { launchChromium } from '../../fixtures/browser/launch-chromium'
import { pictureFile, writePicture } from './picture-files'
import { withPicturedPage } from './pictured-page'

/** Makes the picture of the README anew. */
const makePicture = async (): Promise<void> => {
  const source = findChromium()
  if (source._tag === 'Missing') throw new Error(source.reason)
  const chromium = await launchChromium(source.file)
  try {
    await withPicturedPage(async ({ fingerprint, takePicture }) =>
      writePicture(await takePicture(chromium), fingerprint),
    )
    console.log(`${pictureFile} is written: look at it.`)
  } finally {
    await chromium.close()
  }
}

makePicture().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
