import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { ShownCamera } from './shown-surveillance'

interface CameraOption {
  /** Branch and camera: one choice of the person. */
  readonly value: string
  readonly text: TextInBothLanguages
}

/** The cameras that can be chosen, each with its branch: `Hovedbiblioteket: indgang`. */
export const cameraOptions = (cameras: ReadonlyArray<ShownCamera>): ReadonlyArray<CameraOption> =>
  cameras.map(({ branch, branchName, camera }) => ({
    value: `${branch} ${camera}`,
    text: { da: `${branchName.da}: ${camera}`, en: `${branchName.en}: ${camera}` },
  }))
