import type { ChangeRequest, HeldValue, PathTemplate } from './example-of-data'

/** The path of a template in an example. */
export const fillPath =
  ({ borrower, about = '' }: HeldValue) =>
  (template: PathTemplate): string =>
    template.replaceAll('{borrower}', borrower).replaceAll(/\{[^}]+\}/g, about)

/** A change in an example: its paths are filled. */
export const fillChange =
  (held: HeldValue) =>
  ({ path, versionAt, ...request }: ChangeRequest): ChangeRequest => ({
    ...request,
    path: fillPath(held)(path),
    ...(versionAt === undefined ? {} : { versionAt: fillPath(held)(versionAt) }),
  })
