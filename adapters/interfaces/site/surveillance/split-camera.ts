/** A field holds branch and camera, because they are one choice of the person: a route asks for each. */
export const splitCamera = (
  value: string,
): { readonly branch: string | undefined; readonly camera: string | undefined } => {
  const [branch, camera] = value.split(' ')
  return { branch, camera }
}
