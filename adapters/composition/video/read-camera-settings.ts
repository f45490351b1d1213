import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import type { LivePictures } from '../../../domain/ports/live-pictures'
import { BranchId, CameraId } from '../../../domain/values/ids'
import { createHttpCameras, type CameraAddresses } from '../../outside/cameras/create-http-cameras'
import type { CameraAddress } from '../../outside/cameras/fetch-picture'
import { readSecretFile } from '../messages/read-secret-file'
import type { EnvironmentVariables } from '../serving/token-verification'

const CameraInFile = t.intersection([
  t.strict({ address: t.string }),
  t.partial({ user: t.string, passwordFile: t.string }),
])
type CameraInFile = t.TypeOf<typeof CameraInFile>
const CamerasInFile = t.record(BranchId, t.record(CameraId, CameraInFile))

const form = 'an object of branches, each an object of cameras with "address", and "user" and "passwordFile" if needed'

/** The password goes over TLS, except to a program on the same machine. A library that is tried out may do without. */
const isSafeAddress = (address: string, isProduction: boolean): boolean => {
  const { protocol, hostname } = URL.canParse(address) ? new URL(address) : { protocol: '', hostname: '' }
  const isLocal = hostname === '127.0.0.1' || hostname === 'localhost'
  return protocol === 'https:' || (protocol === 'http:' && (isLocal || !isProduction))
}

const readAuth = (name: string, { user, passwordFile }: CameraInFile): E.Either<string, CameraAddress['auth']> => {
  if (user === undefined && passwordFile === undefined) return E.right(undefined)
  if (user === undefined || passwordFile === undefined)
    return E.left(`CAMERAS: "user" and "passwordFile" of ${name} belong together: give both, or neither.`)
  return E.map((password: string) => ({ user, password }))(
    readSecretFile(`passwordFile of ${name} in CAMERAS`, passwordFile),
  )
}

const readCamera =
  (ca: string | undefined, isProduction: boolean) =>
  (name: string, camera: CameraInFile): E.Either<string, CameraAddress> => {
    const { address: url } = camera
    if (!isSafeAddress(url, isProduction))
      return E.left(`CAMERAS: the address of ${name} must begin with https://, and name no user.`)
    if (new URL(url).username !== '') return E.left(`CAMERAS: the address of ${name} names a user: write it in "user".`)
    return E.map((auth: CameraAddress['auth']) => ({ url, auth, ca }))(readAuth(name, camera))
  }

const readJsonFile = (file: string): E.Either<string, unknown> =>
  E.tryCatch(
    () => JSON.parse(readFileSync(file, 'utf8')) as unknown,
    () => `The file that CAMERAS names, ${file}, is missing, cannot be read, or is no JSON.`,
  )

const readCa = ({ CAMERAS_CA: file }: EnvironmentVariables): E.Either<string, string | undefined> =>
  file === undefined
    ? E.right(undefined)
    : E.tryCatch(
        () => readFileSync(file, 'utf8'),
        () => `The file of certificates that CAMERAS_CA names, ${file}, cannot be read.`,
      )

type Entry = readonly [branch: string, camera: string, address: CameraAddress]

const addressesOf = (entries: ReadonlyArray<Entry>): CameraAddresses =>
  entries.reduce<Record<string, Record<string, CameraAddress>>>(
    (all, [branch, camera, address]) => ({ ...all, [branch]: { ...all[branch], [camera]: address } }),
    {},
  )

/** The cameras that the environment names; undefined when it names none. Left: what is wrong, and what to do. */
export const readCameraSettings = (environment: EnvironmentVariables): E.Either<string, LivePictures | undefined> => {
  const { CAMERAS: file, NODE_ENV: mode } = environment
  if (file === undefined || file === '') return E.right(undefined)
  return pipe(
    E.Do,
    E.bind('ca', () => readCa(environment)),
    E.bind('found', () => readJsonFile(file)),
    E.bind('branches', ({ found }) =>
      CamerasInFile.is(found) ? E.right(found) : E.left(`The file that CAMERAS names, ${file}, must be ${form}.`),
    ),
    E.chain(({ ca, branches }) =>
      E.traverseArray(([branch, camera, read]: readonly [string, string, CameraInFile]) =>
        pipe(
          readCamera(ca, mode === 'production')(`${branch} ${camera}`, read),
          E.map((address): Entry => [branch, camera, address]),
        ),
      )(
        Object.entries(branches).flatMap(([branch, all]) =>
          Object.entries(all).map(([name, read]) => [branch, name, read] as const),
        ),
      ),
    ),
    E.map((entries) => createHttpCameras(addressesOf(entries))),
  )
}
