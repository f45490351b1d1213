import * as TE from 'fp-ts/TaskEither'
import {
  cameraDoesNotAnswer,
  cameraHasNoAddress,
  type CameraOfBranch,
  type LivePictures,
} from '../../../domain/ports/live-pictures'
import { fetchPicture, type CameraAddress } from './fetch-picture'

/** Where the cameras are, by branch and camera. */
export type CameraAddresses = Readonly<Record<string, Readonly<Record<string, CameraAddress>>>>

/**
 * Takes pictures from the cameras themselves: most answer the picture of the moment as a JPEG at an address of their own. An
 * error says that there is no picture, and nothing else: neither the address nor what the camera answered.
 */
export const createHttpCameras = (addresses: CameraAddresses): LivePictures => {
  const addressOf = ({ branch, camera }: CameraOfBranch): CameraAddress | undefined => addresses[branch]?.[camera]
  return {
    isStandIn: false,
    hasAddress: (of) => addressOf(of) !== undefined,
    take: (of) => {
      const address = addressOf(of)
      return address === undefined
        ? TE.left(cameraHasNoAddress)
        : TE.tryCatch(
            async () => ({ mediaType: 'image/jpeg', bytes: await fetchPicture(address) }) as const,
            () => cameraDoesNotAnswer,
          )
    },
  }
}
